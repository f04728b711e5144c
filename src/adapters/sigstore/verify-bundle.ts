import type { BundleVerdict } from "../../model/signing/signer.ts";
import { defined } from "../../util/defined.ts";
import type { Env } from "../../util/env.ts";

export interface BundleVerifier {
	/** Checks the signature of a bundle and who made it; whether the signer counts is another question. */
	readonly verify: (bundle: Uint8Array) => Promise<BundleVerdict>;
}

export interface BundleVerifierOptions {
	/** A file with trusted roots in JSON, one per line or a single one. Then nothing is read from the network. */
	readonly trustedRoot?: string;
	/** PEM text of the public keys that may have signed. */
	readonly keys: readonly string[];
	/** Keeps trusted roots that were read from the network. */
	readonly cacheFolder?: string;
	readonly env: Env;
	readonly signal?: AbortSignal;
}

/**
 * Verifies Sigstore bundles against trusted roots. Loads and reads nothing before the first bundle, and uses the
 * network only if a bundle has a certificate whose log or authority is unknown: once, for 10 s at most. Throws
 * UserError `sign/trusted-root` if the file cannot be used.
 */
export function openBundleVerifier(options: BundleVerifierOptions): BundleVerifier {
	const { trustedRoot, keys, cacheFolder, env, signal } = options;
	const open = async () => {
		const [{ checkBundle }, { openTrustedRoots }] = await Promise.all([
			import("./check-bundle.ts"),
			import("./trusted-root.ts"),
		]);
		const roots = openTrustedRoots({ env, ...defined({ file: trustedRoot, cacheFolder, signal }) });
		return (bundle: Uint8Array) => checkBundle(bundle, keys, roots);
	};
	let opened: ReturnType<typeof open> | undefined;
	return {
		verify: async (bundle) => {
			opened ??= open();
			return (await opened)(bundle);
		},
	};
}
