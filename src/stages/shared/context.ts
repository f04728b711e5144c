import type { Docker } from "../../adapters/docker/docker.ts";
import type { Checkout } from "../../adapters/git/checkout.ts";
import type { Exec } from "../../adapters/process/exec.ts";
import type { SecretSource } from "../../model/service/secret-source.ts";
import type { Progress } from "../../util/progress.ts";

/** The outside world as a stage sees it: handed in by whichever face runs it. */
export interface StageContext {
	readonly exec: Exec;
	readonly docker: Docker;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** What builds may read as secrets; everything in `env` without it. */
	readonly secrets?: SecretSource;
	readonly cwd: string;
	readonly progress: Progress;
	/** Aborted on Ctrl-C and on cancel: what runs stops, what was started is removed. */
	readonly signal: AbortSignal;
	/** A line for people; never the document itself. */
	readonly log: (line: string) => void;
	/** Milliseconds on a clock that never goes back. */
	readonly now: () => number;
	/** What git was asked already of the catalog's folder, before anything was changed there. */
	readonly checkout?: Checkout;
	/** Milliseconds since 1970; `Date.now` unless told. Only what may go stale is judged by it. */
	readonly date?: () => number;
}
