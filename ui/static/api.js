// Calls the server's API. A failure is an ApiError with one sentence in it; "offline" is one of its
// kinds, told to whoever listens for "server-gone" on the window.

import { language, say } from "./texts.js";

const STOPPED = -1;

export class ApiError extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status; // 0: the server did not answer
  }
}

// What is told of a call about an answer or a conversation, which another tab may have deleted.
export function sentenceOf(error) {
  if (!(error instanceof ApiError)) return say("script_failed");
  return error.status === 404 ? say("script_deleted_elsewhere") : error.message;
}

// What an answer holds: a file to keep, nothing, or JSON.
function content(response) {
  const type = response.headers.get("Content-Type") ?? "";
  if (type.startsWith("application/octet-stream")) return response.blob();
  return response.status === 204 ? null : response.json().catch(() => null);
}

// `send` is called as `fetch` is.
export async function call(method, address, body, { headers = {}, send = fetch } = {}) {
  // The sentence of a problem comes in the language of the page.
  const spoken = { Accept: "application/json", "Accept-Language": language };
  const request = { method, headers: { ...spoken, ...headers } };
  if (body !== undefined) {
    request.headers["Content-Type"] = "application/json";
    request.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await send(address, request);
  } catch (error) {
    if (error.name === "AbortError") throw new ApiError(STOPPED, say("script_stopped"));
    window.dispatchEvent(new Event("server-gone"));
    throw new ApiError(0, say("script_offline"));
  }
  if (response.ok) return content(response);
  const problem = await response.json().catch(() => null);
  throw new ApiError(response.status, problem?.detail ?? problem?.title ?? say("script_failed"));
}
