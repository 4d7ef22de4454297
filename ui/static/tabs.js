// Other tabs of the same visitor: what one did to a conversation is told to the rest.

let channel = null;
try {
  channel = new BroadcastChannel("assistant_conversations");
} catch {
  // A browser may forbid it; the other tabs then learn of it when they ask.
}

// `deed` is "changed" or "deleted"; an empty id stands for all conversations.
export function tellTabs(deed, id) {
  channel?.postMessage({ deed, id });
}

export function whenTold(listener) {
  channel?.addEventListener("message", ({ data }) => listener(data));
}
