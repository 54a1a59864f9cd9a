// Shows the rehearsal's clock and moves it, and shows passing remarks.

import { ask, attempt } from "./ask.js";
import { byId, word } from "./view.js";

let shown = "";

export function showClock(clock) {
  byId("clock").textContent = clock.words;
  byId("date").min = clock.date;
  if (shown !== clock.date) byId("date").value = clock.date;
  shown = clock.date;
}

export async function move(where) {
  const controls = byId("moves").querySelectorAll("button, input");
  controls.forEach((control) => { control.disabled = true; });
  byId("toast").textContent = word("moving");
  await attempt(async () => showClock(await ask("clock", where)));
  byId("toast").textContent = "";
  controls.forEach((control) => { control.disabled = false; });
}

let fading;
export function toast(words) {
  byId("toast").textContent = words;
  clearTimeout(fading);
  fading = setTimeout(() => { byId("toast").textContent = ""; }, 4000);
}
