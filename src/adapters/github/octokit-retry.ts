// Only loaded where somebody waits for an answer.
export { retry } from "@octokit/plugin-retry";
export { throttling } from "@octokit/plugin-throttling";
