import { UserError } from "../../util/errors.ts";

/** Codes that mean: this image is not to be had. Anything else (no network, say) stops the whole plan. */
const missing: ReadonlySet<string> = new Set([
	"registry/not-found",
	"registry/no-platform",
	"registry/bad-reference",
	// Docker Hub says so of a repository that does not exist.
	"registry/denied",
]);

/** Whether this says that an image is not to be had. */
export const isImageMissing = (error: unknown): error is UserError =>
	error instanceof UserError && error.problems.every(({ code }) => missing.has(code));

/** Whether a repository of the registry is closed to this login: its service's own problem, and no other's. */
export const isRepositoryForbidden = (error: unknown): error is UserError =>
	error instanceof UserError &&
	error.problems.every(({ code }) => code === "registry/denied") &&
	(error as { readonly status?: unknown }).status === 403;
