// A page whose sound is a file beside it.
import assert from "node:assert/strict";
import { mkdirSync, renameSync, statSync } from "node:fs";
import { test } from "node:test";
import { agrees, readCaptions, repository } from "./rig.mjs";

const mp3 = "声音 #1?100%25.mp3";

export default (rig) => {
  test("the page plays the file beside it, of any name, and is small", async () => {
    rig.render(`${repository}samples/briefing.txt`, ["beside.html", mp3, "beside.words.vtt"], ["--audio-beside"]);
    assert.ok(statSync(rig.path("beside.html")).size < 200_000);
    const captions = readCaptions(rig.path("beside.words.vtt"));
    const reader = await rig.open("beside.html");
    await reader.press("Space");
    await reader.heard(1);
    for (const number of [3, 9, 5]) {
      await reader.seek(captions[number].begin);
      await reader.heard(captions[number].begin + 0.3);
      const state = await reader.state();
      assert.ok(agrees(captions, state, 0.1), JSON.stringify(state));
    }
    assert.deepEqual(reader.seen.errors, []);
    assert.deepEqual(reader.seen.requests.filter((url) => !/^(file|data):/.test(url)), []);
    assert.equal(await reader.page.locator("#message").isVisible(), false);
    await reader.close();
  });

  test("when that file is moved away, the page says which one it misses", async () => {
    mkdirSync(rig.path("elsewhere"));
    renameSync(rig.path(mp3), rig.path(`elsewhere/${mp3}`));
    const reader = await rig.open("beside.html");
    const message = reader.page.getByRole("alert");
    await message.waitFor();
    assert.ok((await message.textContent()).includes(mp3));
    assert.deepEqual(await rig.violations(reader), []);
    await reader.press("Space");
    assert.equal(await message.isVisible(), true);
    await reader.page.locator("#s3 .w").first().click();
    renameSync(rig.path(`elsewhere/${mp3}`), rig.path(mp3));
    await reader.page.reload();
    await reader.press("Space");
    await reader.heard(0.5);
    assert.equal(await message.isVisible(), false);
    await reader.close();
  });
};
