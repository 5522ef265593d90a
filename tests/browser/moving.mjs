// Sentences, chapters, speed, position, and what is kept.
import assert from "node:assert/strict";
import { test } from "node:test";

const near = (state, seconds, what) => assert.ok(Math.abs(state.at - seconds) < 0.002, `${what}: ${JSON.stringify(state)}`);

/** Of the page: the begins of its sentences, and the first sentences of its chapters. */
const layout = (reader) => reader.page.evaluate(() => ({
  begins: [...document.querySelectorAll(".s")].map((sentence) => Number(sentence.dataset.b) / 1000),
  chapters: [...document.querySelectorAll("nav a")].map((link) => Number(link.dataset.s)),
  titles: [...document.querySelectorAll("nav a")].map((link) => link.textContent),
}));

export default (rig) => {
  test("a click on a sentence goes there, paused as it was; so does one in the list of chapters", async () => {
    const reader = await rig.open("briefing.html");
    const { begins, chapters } = await layout(reader);
    for (const number of [7, 2, begins.length - 1]) {
      await reader.page.locator(`#s${number} .w`).first().click();
      await reader.settled();
      const state = await reader.state();
      near(state, begins[number], "click");
      assert.equal(state.number, number);
      assert.equal(state.paused, true);
    }
    await reader.page.locator("nav a").nth(1).click();
    await reader.settled();
    near(await reader.state(), begins[chapters[1]], "chapter");
    await reader.close();
  });

  test("the arrows go to sentences and chapters, and stay within the text", async () => {
    const reader = await rig.open("briefing.html");
    const { begins, chapters, titles } = await layout(reader);
    assert.ok(chapters.length > 2);
    const goes = async (key, number) => {
      await reader.press(key);
      await reader.settled();
      const state = await reader.state();
      assert.equal(state.number, number, key);
      near(state, begins[number], key);
      assert.equal(state.chapter, titles[chapters.findLastIndex((first) => first <= number)]);
    };
    await reader.seek(begins[0]);
    await goes("ArrowLeft", 0);
    await goes("ArrowUp", 0);
    await goes("ArrowRight", 1);
    await goes("ArrowRight", 2);
    await goes("ArrowLeft", 1);
    await goes("ArrowDown", chapters[1]);
    await goes("ArrowDown", chapters[2]);
    await goes("ArrowUp", chapters[1]);
    await goes("ArrowRight", chapters[1] + 1);
    await goes("ArrowUp", chapters[1]);
    const last = chapters.at(-1);
    await reader.seek(begins[last]);
    await goes("ArrowDown", last);
    await reader.seek(begins.at(-1));
    await goes("ArrowRight", begins.length - 1);
    await reader.close();
  });

  test("the buttons do the same", async () => {
    const reader = await rig.open("briefing.html");
    const { begins, chapters } = await layout(reader);
    await reader.seek(begins[0]);
    for (const [name, number] of [["下一句", 1], ["下一章", chapters[1]], ["上一句", chapters[1] - 1], ["上一章", 0]]) {
      await reader.page.getByRole("button", { name, exact: true }).click();
      await reader.settled();
      assert.equal((await reader.state()).number, number, name);
    }
    await reader.page.getByRole("button", { name: "播放", exact: true }).click();
    await reader.heard(begins[0] + 0.3);
    await reader.page.getByRole("button", { name: "暂停", exact: true }).click();
    assert.equal((await reader.state()).paused, true);
    await reader.close();
  });

  test("the speed changes in steps, within its limits, and the remaining time with it", async () => {
    const reader = await rig.open("briefing.html");
    const minutes = (text) => text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
    const length = await reader.page.evaluate(() => Number(document.getElementById("player").dataset.length) / 1000);
    await reader.press("+");
    assert.equal((await reader.state()).rate, 1.1);
    await reader.press("-");
    await reader.press("-");
    assert.equal((await reader.state()).rate, 0.9);
    for (let i = 0; i < 20; ++i) await reader.press("-");
    assert.equal((await reader.state()).rate, 0.5);
    for (let i = 0; i < 20; ++i) await reader.press("=");
    assert.equal((await reader.state()).rate, 3);
    await reader.page.getByRole("combobox", { name: "速度" }).selectOption("2");
    await reader.seek(30);
    const state = await reader.state();
    assert.equal(state.rate, 2);
    assert.equal(state.clock, "0:30");
    assert.ok(Math.abs(minutes(state.remaining) - (length - 30) / 2) <= 1, state.remaining);
    await reader.page.getByRole("button", { name: "慢一点" }).click();
    assert.equal((await reader.state()).rate, 1.75);
    await reader.page.getByRole("button", { name: "快一点" }).click();
    assert.equal((await reader.state()).rate, 2);
    await reader.close();
  });

  test("the slider goes to a place and says it", async () => {
    const reader = await rig.open("briefing.html");
    const slider = reader.page.getByRole("slider", { name: "位置" });
    await slider.fill("75");
    await reader.settled();
    near(await reader.state(), 75, "slider");
    assert.equal(await slider.getAttribute("aria-valuetext"), "1分15秒");
    await slider.press("ArrowRight");
    await reader.settled();
    near(await reader.state(), 76, "slider");
    await reader.close();
  });

  test("a page that is loaded again stands where it was, with its speed, silent until it is asked", async () => {
    const reader = await rig.open("briefing.html");
    await reader.press("+");
    await reader.seek(40);
    await reader.page.reload();
    await reader.settled();
    const state = await reader.state();
    near(state, 40, "reload");
    assert.equal(state.rate, 1.1);
    assert.equal(state.paused, true);
    await reader.press("Space");
    await reader.heard(40.5);
    assert.deepEqual(reader.seen.errors, []);
    await reader.close();
  });

  test("the marked sentence is scrolled into sight, unless that is turned off", async () => {
    for (const reducedMotion of ["no-preference", "reduce"]) {
      const reader = await rig.open("briefing.html", { reducedMotion });
      await reader.page.evaluate(() => {
        const plain = Element.prototype.scrollIntoView;
        window.scrolled = [];
        Element.prototype.scrollIntoView = function (how) {
          window.scrolled.push(how.behavior);
          plain.call(this, { ...how, behavior: "auto" });
        };
      });
      const { begins } = await layout(reader);
      const number = begins.length - 1;
      const inSight = () => reader.page.evaluate((id) => {
        const box = document.getElementById(id).getBoundingClientRect();
        return box.top >= document.getElementById("player").getBoundingClientRect().bottom && box.bottom <= innerHeight;
      }, `s${number}`);
      await reader.page.getByRole("button", { name: "跟随朗读" }).click();
      await reader.seek(begins[number] + 0.05);
      assert.equal(await inSight(), false);
      await reader.page.getByRole("button", { name: "跟随朗读" }).click();
      assert.equal(await inSight(), true);
      assert.deepEqual(await reader.page.evaluate(() => window.scrolled), [reducedMotion === "reduce" ? "auto" : "smooth"]);
      await reader.close();
    }
  });
};
