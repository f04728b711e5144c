/**
 * Whose images and verdicts count. `any`: all that state the right identity. `same-repository`: signed by our workflow
 * for this repository. `protected`: also for a protected branch. `none`: none.
 */
export const reuseSources = ["any", "same-repository", "protected", "none"] as const;
export type ReuseSource = (typeof reuseSources)[number];
