import { describe, expect, it } from "vitest";
import { outsideAddresses } from "./page-addresses.ts";

describe("a page that loads nothing", () => {
  it.each([
    ['<script src="https://cdn.jsdelivr.net/npm/d3"></script>', "https://cdn.jsdelivr.net/npm/d3"],
    ["<script>import('https://esm.sh/x')</script>", "https://esm.sh/x"],
    ["<style>@import url(//fonts.example/inter.css)</style>", "//fonts.example/inter.css"],
    ['<img src="//pictures.example/a.png">', "//pictures.example/a.png"],
    ["<style>a{background:url('http://pictures.example/b.png')}</style>", "http://pictures.example/b.png"],
    ["<script>new WebSocket(`wss://live.example/`)</script>", "wss://live.example/"],
  ])("is found out by %s", (html, address) => {
    expect(outsideAddresses(html)).toEqual([address]);
  });

  it("may name what is never loaded: namespaces, and the language of its charts", () => {
    const names = [
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">',
      '<script>const schema = "https://vega.github.io/schema/vega-lite/v6.json"; const half = a // b</script>',
    ];
    expect(outsideAddresses(names.join("\n"))).toEqual([]);
  });
});
