// A file of its own, so that only patient clients load it.
export { retry } from "@octokit/plugin-retry";
export { throttling } from "@octokit/plugin-throttling";
