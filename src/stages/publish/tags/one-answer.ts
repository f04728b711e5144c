import type { Registry } from "../../../adapters/registry/registry.ts";
import { UserError } from "../../../util/errors.ts";
import { Backoff, retryPolicies } from "../../../util/retry.ts";

/**
 * Throws UserError `registry/contradiction` if HEAD and GET name different digests for a tag, before anyone is advised
 * to delete it. Both are requested again, because the tag may have moved in between.
 */
export async function requireOneAnswer(registry: Pick<Registry, "head" | "manifest">, ref: string): Promise<void> {
	const backoff = new Backoff(retryPolicies.wrongAnswer);
	let answers: readonly string[];
	do {
		const head = await registry.head(ref);
		const got = await registry.manifest(ref);
		answers = [head?.digest ?? "nothing", got?.descriptor.digest ?? "nothing"];
		if (answers[0] === answers[1]) return;
	} while (await backoff.wait());
	throw new UserError({
		code: "registry/contradiction",
		message: `the registry contradicts itself about ${ref}`,
		why: `HEAD names ${answers[0]}, GET returns ${answers[1]}`,
		fix: "check for a cache or proxy before the registry that keeps old answers, then run this again",
	});
}
