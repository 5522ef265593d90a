// The keys of the page, where the browser or a control has a use for them.
import assert from "node:assert/strict";
import { test } from "node:test";

export default (rig) => {
  test("Space on a button presses that button only", async () => {
    const reader = await rig.open("briefing.html");
    await reader.seek(0.5);
    await reader.page.focus("#sentence-forward");
    await reader.press("Space");
    await reader.settled();
    const state = await reader.state();
    assert.equal(state.number, 1);
    assert.equal(state.paused, true);
    await reader.page.focus("summary");
    await reader.press("Space");
    assert.equal((await reader.state()).paused, true);
    await reader.page.focus("#play");
    await reader.press("Space");
    await reader.page.waitForFunction(() => !document.getElementById("sound").paused);
    await reader.close();
  });

  test("keys with a modifier, and keys in a list or a slider, are not the page's", async () => {
    const reader = await rig.open("briefing.html");
    await reader.seek(20);
    const before = await reader.state();
    for (const key of ["Control+ArrowRight", "Alt+ArrowDown", "Meta+ArrowUp", "Shift+ArrowLeft", "Shift+Space", "Control+-"]) {
      await reader.press(key);
      const after = await reader.state();
      assert.deepEqual([after.at, after.paused, after.rate], [before.at, before.paused, before.rate], key);
    }
    await reader.page.focus("#speed");
    await reader.press("ArrowDown");
    await reader.press("Space");
    const state = await reader.state();
    assert.equal(state.at, before.at);
    assert.equal(state.paused, true);
    await reader.close();
  });

  test("Page Down and Tab are the browser's", async () => {
    const reader = await rig.open("briefing.html");
    await reader.press("PageDown");
    await reader.page.waitForFunction(() => scrollY > 100);
    assert.equal((await reader.state()).at, 0);
    await reader.page.evaluate(() => { scrollTo(0, 0); document.activeElement.blur(); });
    const names = [];
    for (let i = 0; i < 14; ++i) {
      await reader.press("Tab");
      names.push(await reader.page.evaluate(() => document.activeElement.id || document.activeElement.textContent));
      const outline = await reader.page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
      assert.equal(outline, "solid", names.at(-1));
    }
    assert.deepEqual(names.slice(0, 12), ["跳到正文", "play", "sentence-back", "sentence-forward", "chapter-back",
      "chapter-forward", "place", "slower", "speed", "faster", "follow", "dark"]);
    await reader.close();
  });

  test("the first link leads past the controls", async () => {
    const reader = await rig.open("briefing.html");
    await reader.press("Tab");
    await reader.press("Enter");
    assert.equal(await reader.page.evaluate(() => document.activeElement.id), "text");
    await reader.close();
  });
};
