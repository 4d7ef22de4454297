// The conversations that the list shows, best known last: what is loaded anew takes the place of what
// is known, and what is shown below it stays.

export const PAGE = 30;

let listed = [];
let searched = "";
let hasMore = false;

export function all() {
  return listed;
}

export function isMoreThere() {
  return hasMore;
}

// Whether the words are other ones than those that were searched last.
export function isNewSearch(words) {
  return words !== searched;
}

// Takes what the server lists first, the one asked in last at the top.
export function takeFirst(fresh, words) {
  const isWhole = fresh.length < PAGE;
  if (isWhole || isNewSearch(words)) {
    listed = fresh;
    hasMore = !isWhole;
  } else {
    hasMore ||= listed.length < PAGE;
    listed = withoutDoubles([...fresh, ...listed]);
  }
  searched = words;
}

export function takeMore(fresh) {
  hasMore = fresh.length >= PAGE;
  listed = withoutDoubles([...listed, ...fresh]);
}

// Forgets one, or with "" all.
export function drop(id) {
  listed = id ? listed.filter((each) => each.conversation_id !== id) : [];
}

export function retitle(id, title) {
  listed = listed.map((each) => (each.conversation_id === id ? { ...each, title } : each));
}

function withoutDoubles(conversations) {
  const known = new Map();
  for (const each of conversations) {
    if (!known.has(each.conversation_id)) known.set(each.conversation_id, each);
  }
  return [...known.values()];
}
