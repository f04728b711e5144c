import { z } from "zod";
import type { Registry } from "../../adapters/registry/registry.ts";
import type { BundleVerifier } from "../../adapters/sigstore/verify-bundle.ts";
import type { Descriptor } from "../../model/oci/manifest.ts";
import { isDigest } from "../../model/oci/reference.ts";
import { concernsOneRepository, isImageMissing } from "../../model/oci/registry-refusals.ts";
import { bundleAnnotation, bundleType } from "../../model/signing/bundle-artifact.ts";
import { notSigned } from "../../model/signing/listed.ts";
import { type ReusePolicy, type TrustedSigner, trustedSigner, whyUntrusted } from "../../model/signing/reuse-policy.ts";
import { type RunStatement, readRunStatement } from "../../model/signing/run-statement.ts";
import type { BundleVerdict, Signer } from "../../model/signing/signer.ts";
import { UserError } from "../../util/errors.ts";
import { fits, parseJson } from "../../util/json.ts";
import type { VerifiedBundles } from "./verified-bundles.ts";

/** The fix for a trusted root that is too old. */
export const refreshTrustedRoot =
	"refresh the trusted root: let this machine reach tuf-repo-cdn.sigstore.dev, or name a newer file with `trusted-root`";

/** Bundles of one image that are tried in vain; a registry writer can attach any number. */
const mostFailures = 8;

export interface ImageAt {
	/** With its host. */
	readonly repository: string;
	/** Of the platform's manifest. */
	readonly digest: string;
}

/** A statement whose signature counts. */
export interface Proof {
	readonly signer: Signer;
	readonly statement: RunStatement;
}

/** Why a statement does not say what is expected: a clause; undefined if it does. */
type WhyUnlisted = (statement: RunStatement, by: TrustedSigner) => string | undefined;

/** Signatures in a registry. Made once per run; each bundle is read and verified once. */
export interface Signatures {
	/**
	 * The statement about an image that says what is expected, and whose signer counts; else why there is none: a clause,
	 * ready to print. Throws UserError `sign/cannot-verify` if only a signature by an unknown authority may say it.
	 */
	readonly find: (image: ImageAt, whyUnlisted: WhyUnlisted) => Promise<Proof | { readonly why: string }>;
}

export interface SignatureSources {
	readonly registry: Pick<Registry, "referrers" | "manifest" | "blob">;
	readonly verifier: BundleVerifier;
	/** Bundles that earlier runs on this machine verified. */
	readonly remembered?: VerifiedBundles;
}

/** The signatures that a policy needs; undefined if it needs none. */
export function openSignatures(policy: ReusePolicy, sources: SignatureSources): Signatures | undefined {
	if (policy.from === "any") return undefined;
	const reader = new BundleReader(sources);
	return { find: (image, whyUnlisted) => findProof(reader, policy, image, whyUnlisted) };
}

/** A bundle in vain, by how far it came: the reason of the one that came furthest is shown. */
interface Failure {
	readonly came: 0 | 1 | 2 | 3;
	readonly why: string;
}

async function findProof(
	reader: BundleReader,
	policy: ReusePolicy,
	image: ImageAt,
	whyUnlisted: WhyUnlisted,
): Promise<Proof | { readonly why: string }> {
	let furthest: Failure = { came: 0, why: notSigned };
	let failures = 0;
	let unknown: string | undefined;
	for (const descriptor of await reader.bundlesOf(image)) {
		if (failures === mostFailures) break;
		const bundle = await reader.read(image, descriptor);
		if (bundle.kind === "unknown" && mayCount(bundle, image, whyUnlisted)) unknown ??= bundle.why;
		const result =
			bundle.kind === "valid" ? judge(bundle, policy, image, whyUnlisted) : ({ came: 1, why: bundle.why } as const);
		if ("signer" in result) return result;
		if (result.came > furthest.came) furthest = result;
		// Statements of our own runs do not count: each run that smokes an image adds one.
		if (result.came < 3) failures++;
	}
	if (unknown === undefined) return furthest;
	throw cannotVerify(image, unknown);
}

/** The checks of a valid signature. */
function judge(
	{ signer, statement: bytes }: ValidBundle,
	policy: ReusePolicy,
	{ digest }: ImageAt,
	whyUnlisted: WhyUnlisted,
): Proof | Failure {
	const statement = readRunStatement(bytes);
	if (statement === undefined) return { came: 1, why: "its signature is not about a run of this action" };
	const untrusted = whyUntrusted(signer, statement, policy);
	if (untrusted !== undefined) return { came: 2, why: untrusted };
	const isSubject = statement.subjects.some((subject) => subject.digest === digest);
	if (!isSubject) return { came: 3, why: "its signature is about other images" };
	const unlisted = whyUnlisted(statement, trustedSigner(signer, statement.source, policy));
	return unlisted === undefined ? { signer, statement } : { came: 3, why: unlisted };
}

/** Whether a bundle by an unknown authority would say what is expected: other programs attach theirs too. */
function mayCount({ unverified }: UnknownBundle, image: ImageAt, whyUnlisted: WhyUnlisted): boolean {
	const statement = unverified && readRunStatement(unverified);
	// The signer is not known yet; a key is the one that no builder excludes.
	const anyone = { signer: { kind: "key", key: "" }, onProtected: true } as const;
	if (statement === undefined || whyUnlisted(statement, anyone) !== undefined) return false;
	return statement.subjects.some(({ digest }) => digest === image.digest);
}

function cannotVerify({ repository, digest }: ImageAt, why: string): UserError {
	return new UserError({
		code: "sign/cannot-verify",
		message: `the signature of ${repository}@${digest} cannot be verified, so the image is neither reused nor built again`,
		why: `${why}: the signature may be good`,
		fix: refreshTrustedRoot,
	});
}

type ValidBundle = Extract<BundleVerdict, { readonly kind: "valid" }>;
type UnknownBundle = Extract<BundleVerdict, { readonly kind: "unknown" }> & { readonly unverified?: Uint8Array };
type ReadBundle = ValidBundle | UnknownBundle | Extract<BundleVerdict, { readonly kind: "invalid" }>;

const dsseSchema = z.object({ dsseEnvelope: z.object({ payload: z.string() }) });

/** Reads and verifies bundles, each once for all images and all reads at the same time. */
class BundleReader {
	readonly #sources: SignatureSources;
	readonly #referrers = new Map<string, Promise<readonly Descriptor[]>>();
	readonly #bundles = new Map<string, Promise<ReadBundle>>();

	constructor(sources: SignatureSources) {
		this.#sources = sources;
	}

	/** Descriptors of what may be bundles; those with the annotation first, else the newest first. */
	bundlesOf({ repository, digest }: ImageAt): Promise<readonly Descriptor[]> {
		return once(this.#referrers, `${repository}@${digest}`, async () => {
			const all = await this.#sources.registry.referrers(repository, digest, bundleType);
			const isOurs = ({ annotations = {} }: Descriptor) => annotations[bundleAnnotation] !== undefined;
			return [...all.filter(isOurs), ...all.filter((descriptor) => !isOurs(descriptor))];
		});
	}

	async read({ repository }: ImageAt, descriptor: Descriptor): Promise<ReadBundle> {
		try {
			const digest = await this.#digestOf(repository, descriptor);
			if (digest === undefined) return { kind: "invalid", why: "its signature is not a bundle of Sigstore" };
			// Another repository may not have it.
			const shared = await this.#bundles.get(digest)?.catch(() => undefined);
			return shared ?? (await once(this.#bundles, digest, () => this.#verify(repository, digest)));
		} catch (error) {
			// A registry writer can attach what cannot be read: then the image is built again.
			if (!isImageMissing(error) && !concernsOneRepository(error)) throw error;
			return { kind: "invalid", why: `its signature cannot be read: ${error.problems[0]?.message}` };
		}
	}

	async #digestOf(repository: string, { digest, annotations = {} }: Descriptor): Promise<string | undefined> {
		const annotated = annotations[bundleAnnotation];
		if (annotated !== undefined) return isDigest(annotated) ? annotated : undefined;
		const content = (await this.#sources.registry.manifest(`${repository}@${digest}`))?.content;
		const layers = content?.kind === "image" ? content.layers : [];
		return layers.find(({ mediaType }) => mediaType === bundleType)?.digest;
	}

	async #verify(repository: string, digest: string): Promise<ReadBundle> {
		const { registry, verifier, remembered } = this.#sources;
		const known = await remembered?.read(digest);
		if (known !== undefined) return { kind: "valid", ...known };
		const bytes = await registry.blob(repository, digest);
		const verdict = await verifier.verify(bytes);
		if (verdict.kind === "valid") await remembered?.write(digest, verdict);
		if (verdict.kind === "invalid") return { ...verdict, why: `its signature is not valid: ${verdict.why}` };
		if (verdict.kind === "valid") return verdict;
		const json = parseJson(bytes);
		if (!fits(dsseSchema, json)) return verdict;
		return { ...verdict, unverified: Buffer.from(json.dsseEnvelope.payload, "base64") };
	}
}

/** Shares a result between callers; a failure is not kept. */
function once<T>(results: Map<string, Promise<T>>, key: string, load: () => Promise<T>): Promise<T> {
	const result = results.get(key) ?? load();
	results.set(key, result);
	result.catch(() => results.delete(key));
	return result;
}
