// Reads the pages that langdu writes in a browser: Chromium without a window, driven by playwright-core.
//   node all.mjs LANGDU      LANGDU is the built program
import { after } from "node:test";
import { startBrowser } from "./rig.mjs";

const [program] = process.argv.slice(2);
const rig = await startBrowser(program);
if (rig) {
  for (const part of ["playing", "moving", "keyboard", "looks", "beside", "hostile"]) {
    (await import(`./${part}.mjs`)).default(rig);
  }
  after(() => rig.close());
}
