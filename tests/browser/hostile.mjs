// A document that tries to be more than text.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { test } from "node:test";

const sentences = [
  "他写道<script>alert(1)</script>然后走了。",
  "引号\"与'以及 onclick=\"alert(2)\" 都是文字。",
  "结束标记]]>和-->以及</main></body>也是。",
  "换行\u2028分段\u2029之后。",
  "方向\u202e控制\u2066字符。",
  "实体&lt;b&gt;与&#x3C;i&#x3E;。",
  "模板%%text%%与%%sound%%。",
];

export default (rig) => {
  test("markup in the text and the title is text, and nothing of it runs", async () => {
    const document = rig.path("hostile.txt");
    writeFileSync(document, `</title><script>alert(0)</script>“标题”\n\n${sentences.join("\n\n")}\n`);
    for (const options of [[], ["--ruby"]]) {
      rig.render(document, ["hostile.html"], ["--keep-all", ...options]);
      const reader = await rig.open("hostile.html");
      await reader.press("Space");
      await reader.heard(0.5);
      const seen = await reader.page.evaluate(() => {
        for (const pinyin of document.querySelectorAll("rt")) pinyin.remove();
        return {
          scripts: document.scripts.length,
          bold: document.querySelectorAll("#text b, #text i, #text main, [onclick]").length,
          text: document.body.innerText + document.title,
          mains: document.querySelectorAll("main").length,
          players: document.querySelectorAll("audio").length,
        };
      });
      assert.deepEqual([seen.scripts, seen.bold, seen.mains, seen.players], [1, 0, 1, 1]);
      for (const piece of ["alert(1)", "]]>", "%%text%%", "%%sound%%", "</main>"]) {
        assert.ok(seen.text.includes(piece), `${piece} in ${seen.text}`);
      }
      assert.equal(/[\u202a-\u202e\u2066-\u2069]/.test(seen.text), false);
      assert.deepEqual(reader.seen.errors, []);
      assert.deepEqual(await rig.violations(reader), []);
      await reader.close();
    }
  });
};
