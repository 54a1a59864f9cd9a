// Asks the program for things, and says what went wrong.

import { byId, word } from "./view.js";

export async function ask(path, body) {
  const post = body && {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  };
  const answer = await fetch(`/api/${path}`, post);
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.error || word("failed"));
  return said;
}

// Runs one thing the person asked for; what goes wrong is said above the words being written.
export async function attempt(work) {
  byId("fault").textContent = "";
  try {
    await work();
    return true;
  } catch (fault) {
    byId("fault").textContent = fault instanceof TypeError ? word("failed") : fault.message;
    return false;
  }
}
