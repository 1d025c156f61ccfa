import { expect, it } from "vitest";
import { wordsOfHtml } from "./clean-foreign";

it.each([
  ["<p>Ask &amp; see.</p><p>2 &lt; 3</p>", "Ask & see.\n2 < 3"],
  ["&lt;b&gt;words&lt;/b&gt; &amp;lt;", "<b>words</b> &lt;"],
  ["<b>a</b><br>b", "a\nb"],
])("the words of %j", (html, words) => expect(wordsOfHtml(html)).toBe(words));
