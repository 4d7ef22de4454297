// What has to be known before anything is drawn, so that nothing jumps later.
(() => {
  const page = document.documentElement;
  // An address that opens a conversation or asks a question shows no welcome.
  const isWanted = /^#c=/.test(window.location.hash) || /[?&]q=/.test(window.location.search);
  if (isWanted) page.dataset.opens = "conversation";
  try {
    // As in history.js, which takes it from here.
    const isClosed = localStorage.getItem("assistant_history") === "closed";
    const isWide = window.matchMedia("(min-width: 1100px)").matches;
    if (isWide && !isClosed) page.classList.add("history-open");
  } catch {
    // Storage can be forbidden; then the list comes a little later.
  }
})();
