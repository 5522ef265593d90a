// What all parts of the browser tests use: the browser, the pages, and the times that another output tells.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const repository = new URL("../../", import.meta.url).pathname;

/** Nothing when no browser can be started here, which is said. */
export async function startBrowser(program) {
  try {
    const { chromium } = await import("playwright-core");
    const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const browser = await chromium.launch({
      executablePath: ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync),
      // The sandbox is refused to root.
      args: process.getuid() === 0 ? ["--no-sandbox"] : [],
    });
    return new Rig(program, browser, axe);
  } catch (error) {
    console.log(`NOT RUN: the tests of the page in a browser (${String(error).split("\n")[0]})`);
    return null;
  }
}

class Rig {
  constructor(program, browser, axe) {
    this.program = program;
    this.browser = browser;
    this.axe = axe;
    this.folder = mkdtempSync(join(tmpdir(), "langdu-browser-"));
  }

  async close() {
    await this.browser.close();
    rmSync(this.folder, { recursive: true });
  }

  path(name) { return join(this.folder, name); }

  /** Renders a document into files of the rig's folder. */
  render(document, outputs, options = []) {
    const result = spawnSync(this.program,
      ["render", document, ...options, ...outputs.flatMap((name) => ["-o", this.path(name)])], { encoding: "utf8" });
    assert.equal(result.status, 0, result.stderr);
  }

  /** A browser window of its own with the page in it. */
  async open(name, options = {}) {
    const context = await this.browser.newContext({ viewport: { width: 900, height: 700 }, ...options });
    const page = await context.newPage();
    const seen = { requests: [], errors: [] };
    context.on("request", (request) => seen.requests.push(request.url()));
    page.on("pageerror", (error) => seen.errors.push(String(error)));
    page.on("dialog", (dialog) => { seen.errors.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    page.on("console", (message) => { if (message.type() === "error") seen.errors.push(message.text()); });
    await page.goto(pathToFileURL(this.path(name)).href);
    return new Reader(page, seen);
  }

  /** What axe-core has against the page. */
  async violations(reader) {
    await reader.page.evaluate(this.axe);
    const found = await reader.page.evaluate(() => window.axe.run());
    return found.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).join(" ")}`);
  }
}

/** A page as a person has it. Times are in seconds. */
class Reader {
  constructor(page, seen) {
    this.page = page;
    this.seen = seen;
  }

  close() { return this.page.context().close(); }
  press(key) { return this.page.keyboard.press(key); }

  /** What is heard and what is marked at one moment: in a frame, behind what the page does in it. */
  state() {
    return this.page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      const sound = document.getElementById("sound");
      const text = (selector) => [...document.querySelectorAll(selector)].map((element) => {
        const copy = element.cloneNode(true);
        for (const pinyin of copy.querySelectorAll("rt")) pinyin.remove();
        return copy.textContent.replace(/\s/g, "");
      }).join("|");
      const sentence = document.querySelector(".s.now");
      return {
        at: sound.currentTime, paused: sound.paused, rate: sound.playbackRate,
        sentence: text(".s.now"), number: sentence ? Number(sentence.id.slice(1)) : -1, word: text(".w.now"),
        clock: document.getElementById("clock").textContent,
        remaining: document.getElementById("remaining").textContent,
        chapter: document.querySelector("nav [aria-current]")?.textContent ?? "",
      };
    });
  }

  /** Waits until the sound is where the script wants it. */
  settled() {
    return this.page.waitForFunction(() => {
      const sound = document.getElementById("sound");
      return !sound.seeking && sound.readyState >= 3;
    });
  }

  async seek(seconds) {
    await this.page.evaluate((at) => { document.getElementById("sound").currentTime = at; }, seconds);
    await this.settled();
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** A second of what is heard from a place on, from the first sample that is not silent. */
  record(at, rate) {
    return this.page.evaluate(async ([from, sampleRate]) => {
      const sound = document.getElementById("sound");
      window.graph ??= (() => {
        const context = new AudioContext({ sampleRate });
        return { context, source: context.createMediaElementSource(sound) };
      })();
      await window.graph.context.resume();
      const sought = new Promise((done) => { sound.addEventListener("seeked", done, { once: true }); });
      sound.currentTime = from;
      await sought;
      const samples = [];
      const tap = window.graph.context.createScriptProcessor(1024, 1, 1);
      tap.onaudioprocess = (event) => samples.push(...event.inputBuffer.getChannelData(0));
      window.graph.source.connect(tap);
      tap.connect(window.graph.context.destination);
      await sound.play();
      await new Promise((done) => { setTimeout(done, 2000); });
      sound.pause();
      window.graph.source.disconnect();
      tap.disconnect();
      const first = samples.findIndex((value) => value !== 0);
      return samples.slice(first, first + sampleRate);
    }, [at, rate]);
  }

  /** Waits until the sound has come to a place. */
  heard(seconds) {
    return this.page.waitForFunction((at) => document.getElementById("sound").currentTime >= at, seconds);
  }
}

/** A file of mono 16-bit samples. */
export function readWav(file) {
  const bytes = readFileSync(file);
  const data = bytes.indexOf("data") + 8;
  const rate = bytes.readUInt32LE(bytes.indexOf("fmt ") + 12);
  const sample = (index) => bytes.readInt16LE(Math.min(data + 2 * index, bytes.length - 2));
  /** How many seconds after `at` this recording begins in the file; within 0.2 s. */
  const lag = (recording, at) => {
    let best = 0;
    let found = 0;
    const begin = Math.round(at * rate);
    for (let shift = -Math.round(rate / 5); shift <= rate / 5; ++shift) {
      let sum = 0;
      for (let i = 0; i < recording.length; i += 7) sum += recording[i] * sample(Math.max(0, begin + shift + i));
      if (sum > best) {
        best = sum;
        found = shift;
      }
    }
    assert.ok(best > 0, "nothing was heard");
    return found / rate;
  };
  return { rate, lag };
}

const seconds = (time) => time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

/** The captions of a WebVTT file with word times: begin, end, text, and the words with their begins. */
export function readCaptions(file) {
  return readFileSync(file, "utf8").split("\n\n").slice(1).map((block) => {
    const [times, ...lines] = block.trim().split("\n");
    const [begin, end] = times.split(" --> ").map(seconds);
    const plain = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&").replace(/\s/g, "");
    const pieces = lines.join("").split(/<(\d\d:\d\d:\d\d\.\d\d\d)>/);
    const words = [{ begin, text: plain(pieces[0]) }];
    for (let i = 1; i < pieces.length; i += 2) words.push({ begin: seconds(pieces[i]), text: plain(pieces[i + 1]) });
    return { begin, end, text: words.map((word) => word.text).join(""), words };
  });
}

/** Whether a page in this state marks what another output says of its time, or of one just before: the sound goes
 * on while a frame is made. */
export function agrees(captions, state, slack) {
  return [state.at, state.at - slack].some((at) => {
    const caption = captions.findLast((one) => one.begin <= at + 0.0005);
    if (!caption) return state.sentence === "";
    if (!state.sentence.includes(caption.text)) return false;
    if (at >= caption.end) return true;  // in a pause
    const word = caption.words.findLast((one) => one.begin <= at + 0.0005);
    return state.word !== "" && word.text.includes(state.word);
  });
}
