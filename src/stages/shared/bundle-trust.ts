import path from "node:path";
import { identifyRoots } from "../../adapters/sigstore/identify-roots.ts";
import { openBundleVerifier } from "../../adapters/sigstore/verify-bundle.ts";
import type { ReusePolicy } from "../../model/signing/reuse-policy.ts";
import { cacheFolder } from "../../options/default-folders.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import type { StageContext } from "./context.ts";
import type { SignatureSources } from "./signatures.ts";
import { openVerifiedBundles } from "./verified-bundles.ts";

/** What verifies bundles by the keys of a policy and the trusted root, and what earlier runs verified with them. */
export function openBundleTrust(
	{ keys }: Pick<ReusePolicy, "keys">,
	{ trustedRoot: file }: Pick<StageOptions, "trustedRoot">,
	{ env, cwd, signal }: StageContext,
): Omit<SignatureSources, "registry"> {
	const trust = { keys, cacheFolder: cacheFolder(env), ...defined({ trustedRoot: file && path.resolve(cwd, file) }) };
	const remembered = openVerifiedBundles(env, () => identifyRoots(trust));
	return { verifier: openBundleVerifier({ ...trust, env, signal }), ...defined({ remembered }) };
}
