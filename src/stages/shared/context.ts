import type { Docker } from "../../adapters/docker/docker.ts";
import type { Checkout } from "../../adapters/git/checkout.ts";
import type { Exec } from "../../adapters/process/exec.ts";
import type { SecretSource } from "../../model/service/service.ts";
import type { Progress } from "../../util/progress.ts";

/** What a stage needs of the process and the machine. The entry points provide it. */
export interface StageContext {
	readonly exec: Exec;
	readonly docker: Docker;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** What builds may read as secrets. Without it, everything in `env` except what no build may read. */
	readonly secrets?: SecretSource;
	/** Credentials among the inputs, which no output may show. */
	readonly masked?: readonly string[];
	readonly cwd: string;
	readonly progress: Progress;
	/** Aborted on Ctrl-C and on cancel. */
	readonly signal: AbortSignal;
	/** Prints a line for people; never the document. */
	readonly log: (line: string) => void;
	/** A monotonic clock, milliseconds. */
	readonly now: () => number;
	/** Answers of git about the catalog's folder, from before a stage changed anything there. */
	readonly checkout?: Checkout;
	/** Milliseconds since 1970; `Date.now` by default. */
	readonly date?: () => number;
}
