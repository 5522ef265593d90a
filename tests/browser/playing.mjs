// The page plays, and what it marks is what is heard.
import assert from "node:assert/strict";
import { test } from "node:test";
import { agrees, readCaptions, readWav, repository } from "./rig.mjs";

export default (rig) => {
  let captions;

  test("a sample becomes one file, which plays only when it is asked to", async () => {
    rig.render(`${repository}samples/briefing.txt`, ["briefing.html", "briefing.words.vtt", "briefing.wav"]);
    captions = readCaptions(rig.path("briefing.words.vtt"));
    assert.ok(captions.length > 20);
    const reader = await rig.open("briefing.html");
    await reader.page.waitForTimeout(500);
    assert.equal((await reader.state()).paused, true);
    assert.equal((await reader.state()).at, 0);
    await reader.press("Space");
    await reader.heard(1);
    assert.equal(await reader.page.textContent("#play"), "暂停");
    await reader.press("Space");
    assert.equal((await reader.state()).paused, true);
    assert.equal(await reader.page.textContent("#play"), "播放");
    assert.deepEqual(reader.seen.errors, []);
    assert.deepEqual(reader.seen.requests.filter((url) => !/^(file|data):/.test(url)), []);
    assert.equal(reader.seen.requests.filter((url) => url.startsWith("file:")).length, 1);
    await reader.close();
  });

  for (const rate of [1, 2]) {
    test(`while it plays at speed ${rate}, the marked sentence and word are those that are heard`, async () => {
      const reader = await rig.open("briefing.html");
      await reader.page.selectOption("#speed", String(rate));
      await reader.page.evaluate(() => document.activeElement.blur());
      const marked = new Set();
      for (const from of [0, captions[9].begin, captions[captions.length - 3].begin]) {
        await reader.seek(from);
        await reader.press("Space");
        const begin = { state: await reader.state(), clock: performance.now() };
        for (let i = 0; i < 15; ++i) {
          await reader.page.waitForTimeout(180);
          const state = await reader.state();
          assert.ok(agrees(captions, state, 0.03 * rate), JSON.stringify(state));
          marked.add(state.word);
        }
        const end = { state: await reader.state(), clock: performance.now() };
        const heard = end.state.at - begin.state.at;
        const passed = (end.clock - begin.clock) / 1000;
        assert.ok(Math.abs(heard / passed - rate) < 0.2 * rate, `${heard} s of sound in ${passed} s`);
        await reader.press("Space");
      }
      assert.ok(marked.size > 15, [...marked].join(" "));
      assert.deepEqual(reader.seen.errors, []);
      await reader.close();
    });
  }

  test("wherever it stands, the marked sentence and word are those of that time", async () => {
    const reader = await rig.open("briefing.html");
    for (const caption of captions) {
      for (const word of [caption.words[0], caption.words.at(-1)]) {
        await reader.seek(word.begin + 0.01);
        const state = await reader.state();
        assert.ok(agrees(captions, state, 0), JSON.stringify({ state, word }));
      }
    }
    await reader.close();
  });

  test("what is heard at a place is the sound of the run at that time", async () => {
    const wav = readWav(rig.path("briefing.wav"));
    const reader = await rig.open("briefing.html");
    await reader.press("Space");  // without a key the browser gives out no sound
    await reader.heard(0.5);
    await reader.press("Space");
    for (const number of [1, 7, Math.floor(captions.length / 2), captions.length - 2]) {
      const at = captions[number].begin + 0.15;
      const lag = wav.lag(await reader.record(at, wav.rate), at);
      assert.ok(Math.abs(lag) < 0.02, `${lag} s late at ${at} s`);
    }
    await reader.close();
  });

  test("the end is the end: it stops there and plays again from the beginning", async () => {
    const reader = await rig.open("briefing.html");
    const length = await reader.page.evaluate(() => Number(document.getElementById("player").dataset.length) / 1000);
    const duration = await reader.page.evaluate(() => document.getElementById("sound").duration);
    assert.ok(Math.abs(duration - length) < 0.06, `${duration} and ${length}`);
    await reader.seek(length - 0.5);
    await reader.press("Space");
    await reader.page.waitForFunction(() => document.getElementById("sound").ended);
    assert.equal((await reader.state()).remaining, "0:00");
    await reader.press("Space");
    await reader.page.waitForFunction(() => document.getElementById("sound").currentTime < 5);
    assert.equal((await reader.state()).paused, false);
    await reader.close();
  });
};
