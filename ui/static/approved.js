// Renews and deletes approved answers, in their list and above their form.

import { callAsStaff, confirmed, during, say, tell } from "./staff.js";

for (const answer of document.querySelectorAll(".answer[data-address]")) {
  const { address, question, then } = answer.dataset;
  const outcome = answer.querySelector(".outcome");
  const renew = answer.querySelector("[data-renew]");
  const remove = answer.querySelector("[data-delete]");

  if (renew) renew.hidden = false;
  renew?.addEventListener("click", () =>
    during(renew, outcome, async () => {
      await callAsStaff("POST", `${address}/renew`, {});
      const state = answer.querySelector(".state");
      state.className = "state served";
      state.textContent = say("script_renewed");
      outcome.textContent = "";
      renew.hidden = true;
    }),
  );

  remove.hidden = false;
  remove.addEventListener("click", async () => {
    if (!(await confirmed(say("script_delete_question", { question }), say("script_delete")))) return;
    await during(remove, outcome, async () => {
      await callAsStaff("DELETE", address);
      if (then) window.location.assign(then);
      else window.location.reload();
    });
  });
}
