// Light and dark, pinyin, small screens, paper; and axe-core has nothing against any of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { repository } from "./rig.mjs";

const background = (reader) => reader.page.evaluate(() => getComputedStyle(document.body).backgroundColor);

export default (rig) => {
  test("axe-core finds nothing, in light and dark, with and without pinyin, while a word is marked", async () => {
    rig.render(`${repository}samples/notes.md`, ["notes.html"]);
    rig.render(`${repository}samples/notes.md`, ["ruby.html"], ["--ruby"]);
    for (const name of ["briefing.html", "ruby.html"]) {
      for (const colorScheme of ["light", "dark"]) {
        const reader = await rig.open(name, { colorScheme });
        await reader.page.locator("summary", { hasText: "按键" }).click();
        await reader.seek(4);
        const state = await reader.state();
        assert.ok(state.word !== "", `${name} ${colorScheme}`);
        assert.deepEqual(await rig.violations(reader), [], `${name} ${colorScheme}`);
        await reader.close();
      }
    }
  });

  test("light and dark are what the system prefers, until the button says otherwise; that is kept", async () => {
    const seen = {};
    for (const colorScheme of ["light", "dark"]) {
      const reader = await rig.open("notes.html", { colorScheme });
      const button = reader.page.getByRole("button", { name: "深色" });
      seen[colorScheme] = await background(reader);
      assert.equal(await button.getAttribute("aria-pressed"), String(colorScheme === "dark"));
      await button.click();
      seen[`not ${colorScheme}`] = await background(reader);
      assert.deepEqual(await rig.violations(reader), []);
      await reader.page.reload();
      assert.equal(await background(reader), seen[`not ${colorScheme}`]);
      await reader.close();
    }
    assert.notEqual(seen.light, seen.dark);
    assert.equal(seen["not light"], seen.dark);
    assert.equal(seen["not dark"], seen.light);
  });

  test("a mark is seen without colour", async () => {
    const reader = await rig.open("briefing.html");
    await reader.seek(4);
    const seen = await reader.page.evaluate(() => ({
      sentence: getComputedStyle(document.querySelector(".s.now")).textDecorationLine,
      word: getComputedStyle(document.querySelector(".w.now")).outlineStyle,
    }));
    assert.deepEqual(seen, { sentence: "underline", word: "solid" });
    await reader.close();
  });

  test("pinyin stands above the hanzi, and is not part of the text", async () => {
    const reader = await rig.open("ruby.html");
    const plain = await rig.open("notes.html");
    const words = (one) => one.page.evaluate(() => {
      for (const pinyin of document.querySelectorAll("rt")) pinyin.remove();
      return document.getElementById("text").textContent;
    });
    const above = await reader.page.evaluate(() => [...document.querySelectorAll("ruby")].every((ruby) => {
      const pinyin = ruby.querySelector("rt").getBoundingClientRect();
      return pinyin.height > 0 && pinyin.bottom <= ruby.getBoundingClientRect().bottom;
    }));
    assert.ok(above);
    assert.ok(await reader.page.evaluate(() => document.querySelectorAll("rt").length) > 50);
    assert.equal(await words(reader), await words(plain));
    await reader.close();
    await plain.close();
  });

  test("at 320 pixels nothing has to be scrolled sideways", async () => {
    for (const name of ["briefing.html", "ruby.html"]) {
      const reader = await rig.open(name, { viewport: { width: 320, height: 640 } });
      await reader.page.locator("summary", { hasText: "按键" }).click();
      assert.ok(await reader.page.evaluate(() => document.documentElement.scrollWidth) <= 320, name);
      await reader.close();
    }
  });

  test("on paper there is the text alone", async () => {
    const reader = await rig.open("briefing.html");
    await reader.seek(4);
    await reader.page.emulateMedia({ media: "print" });
    for (const selector of ["#player", "nav", ".skip", "#sound"]) {
      assert.equal(await reader.page.locator(selector).isVisible(), false, selector);
    }
    assert.equal(await reader.page.locator("h1").first().isVisible(), true);
    const decoration = await reader.page.evaluate(() => getComputedStyle(document.querySelector(".s.now")).textDecorationLine);
    assert.equal(decoration, "none");
    await reader.close();
  });

  test("nothing that moves is read out by itself", async () => {
    const reader = await rig.open("briefing.html");
    assert.equal(await reader.page.locator("[aria-live], [role=status], [role=log]").count(), 0);
    assert.equal(await reader.page.getAttribute("html", "lang"), "zh-CN");
    await reader.close();
  });

  test("without scripts there are the text and the browser's own player", async () => {
    const reader = await rig.open("briefing.html", { javaScriptEnabled: false });
    assert.equal(await reader.page.locator("h1").first().isVisible(), true);
    assert.equal(await reader.page.locator("#sound").isVisible(), true);
    assert.equal(await reader.page.locator("#player").isVisible(), false);
    await reader.close();
  });
};
