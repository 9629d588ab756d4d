// The page as people set it for their eyes: at 200%, dark or light, with less motion.
import assert from "node:assert/strict";
import test from "node:test";
import { becomes, openSample, pickFirst, started } from "./flows.mjs";
import { open } from "./harness.mjs";
import { screens } from "./screens.mjs";

/** A window of 1280 × 900 at 200%. */
const ZOOMED = { width: 640, height: 450, context: { deviceScaleFactor: 2 } };
/** The longest a change may take that is seen to move, in milliseconds. */
const LONGEST_MS = 150;

/** What lies outside of the window, is cut off, or lies over other words. Run in the page. */
function misplaced() {
  const found = [];
  const width = document.documentElement.clientWidth;
  const name = (element) =>
    `${element.localName}.${element.getAttribute("class") ?? ""} ${element.textContent.slice(0, 30)}`;
  const style = (element) => getComputedStyle(element);
  const around = (element) => (element.parentElement ? [element.parentElement, ...around(element.parentElement)] : []);
  const scrolls = (element) => /auto|scroll/.test(style(element).overflowX);
  // For screen readers only.
  const unseen = (element) => [element, ...around(element)].some((one) => style(one).clipPath !== "none");
  const shown = [...document.body.querySelectorAll("*")].filter(
    (element) => element.checkVisibility?.() && !unseen(element),
  );

  if (document.documentElement.scrollWidth > width) found.push("the page scrolls sideways");
  for (const element of shown.filter((element) => !(element instanceof SVGElement))) {
    const box = element.getBoundingClientRect();
    const outside = box.width > 0 && (box.right > width + 1 || box.left < -1);
    if (outside && !around(element).some(scrolls)) found.push(`outside: ${name(element)}`);
    const hides = /hidden|clip/.test(`${style(element).overflowX} ${style(element).overflowY}`);
    const more = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    if (hides && more) found.push(`cut off: ${name(element)}`);
  }

  // Each line of each text, as far as what scrolls around it lets it be seen.
  const lines = shown
    .filter(
      (element) =>
        !(element instanceof SVGElement) &&
        ![element, ...around(element)].some((one) => style(one).position === "fixed"),
    )
    .flatMap((element) =>
      [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()),
    )
    .flatMap((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      const windows = around(text)
        .filter((one) => /auto|scroll/.test(style(one).overflowY))
        .map((one) => one.getBoundingClientRect());
      const inSight = (line) => windows.every((view) => line.top >= view.top && line.bottom <= view.bottom);
      return [...range.getClientRects()].filter(inSight).map((line) => ({ text, line }));
    });
  const over = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
    // Lines of a text stand close: letters of one reach a little into the box of the next.
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > Math.min(one.height, other.height) / 2;
  lines.forEach(({ text, line }, place) => {
    const other = lines.slice(place + 1).find((next) => next.text !== text && over(line, next.line));
    if (other) found.push(`one over the other: ${text.data.slice(0, 30)} | ${other.text.data.slice(0, 30)}`);
  });
  return found;
}

/** What takes longer to move than allowed, in milliseconds. Run in the page. */
function moving(longest) {
  const ms = (time) =>
    Math.max(...time.split(",").map((one) => parseFloat(one) * (one.trim().endsWith("ms") ? 1 : 1000)));
  const all = [document.documentElement, ...document.querySelectorAll("body, body *")];
  const parts = all.flatMap((element) => [undefined, "::before", "::after"].map((part) => [element, part]));
  const slow = parts.filter(([element, part]) => {
    const style = getComputedStyle(element, part);
    const animated = style.animationName !== "none" && ms(style.animationDuration) > longest;
    return animated || ms(style.transitionDuration) + ms(style.transitionDelay) > longest;
  });
  const smooth = all.filter((element) => getComputedStyle(element).scrollBehavior === "smooth" && longest === 0);
  const running = document
    .getAnimations()
    .filter((animation) => animation.effect.getComputedTiming().endTime > longest);
  return [
    ...slow.map(([element, part]) => `${element.localName}.${element.className}${part ?? ""}`),
    ...smooth.map((element) => `${element.localName} scrolls smoothly`),
    ...running.map((animation) => `running: ${animation.effect.target.localName}`),
  ];
}

for (const screen of screens) {
  for (const language of ["zh", "en"]) {
    test(`at 200% nothing of the screen ${screen.name} is outside, cut off, covered or moving, ${language}`, async (t) => {
      const { page } = await open(t, ZOOMED);
      await screen.show(page, language);
      await becomes(() => page.evaluate(misplaced), []);
      assert.deepEqual(await page.evaluate(moving, LONGEST_MS), []);
      await page.emulateMedia({ reducedMotion: "reduce" });
      await becomes(() => page.evaluate(moving, 0), []);
    });
  }
}

test("at 200% the foot of the page leaves most of the window to what is read", async (t) => {
  const { page } = await open(t, ZOOMED);
  await openSample(page);
  await pickFirst(page);
  const tops = await page
    .locator(".as-of, .bar")
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top));
  assert.equal(tops.length, 2);
  for (const top of tops) assert.ok(top > 450 * 0.75, `${top} of 450`);
});

test("what is outside, cut off, covered or moving is noticed", async (t) => {
  const { page } = await open(t, ZOOMED);
  await started(page);
  const after = async (spoil) => {
    await page.reload();
    await started(page);
    await page.evaluate(spoil);
    return [...(await page.evaluate(misplaced)), ...(await page.evaluate(moving, LONGEST_MS))].join("\n");
  };
  assert.match(await after(() => (document.querySelector("h1").style.width = "50rem")), /sideways\noutside: h1/);
  const cut = () => Object.assign(document.querySelector("h1").style, { overflow: "hidden", height: "1rem" });
  assert.match(await after(cut), /cut off: h1/);
  const cover = () => Object.assign(document.querySelector("h1").style, { position: "relative", top: "2.5rem" });
  assert.match(await after(cover), /one over the other: 打开/);
  assert.match(await after(() => (document.querySelector("h1").style.transition = "color 0.2s")), /h1\./);
});

test("the page follows the scheme of the system while it is open", async (t) => {
  const { page } = await open(t, { context: { colorScheme: "light" } });
  await openSample(page);
  await pickFirst(page);
  const brightness = (property) =>
    page.evaluate((name) => {
      const [red, green, blue] = getComputedStyle(document.body)[name].match(/\d+/g).map(Number);
      return (red + green + blue) / 3;
    }, property);
  assert.ok((await brightness("backgroundColor")) > 200 && (await brightness("color")) < 60, "light");
  await page.emulateMedia({ colorScheme: "dark" });
  const isDark = async () => (await brightness("backgroundColor")) < 60 && (await brightness("color")) > 200;
  await becomes(isDark, true, "dark");
  // Fields and scroll bars are the browser's own.
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "light dark");
});
