import { createHash, generateKeyPairSync } from "node:crypto";
import {
	fulcioHandler,
	type HandlerFn,
	initializeCA,
	initializeCTLog,
	initializeTLog,
	initializeTSA,
	tsaHandler,
} from "@sigstore/mock";

/** A date of the past as the clock of a service. */
export interface Clocks {
	readonly fulcio?: Date;
	readonly rekor?: Date;
	readonly tsa?: Date;
}

/** The authorities of one Sigstore deployment, with keys of their own. */
export interface Instance {
	/** Answers of its services by path, each for the body of a POST. */
	readonly services: Readonly<Record<string, HandlerFn>>;
	/** Its trusted root, as sigstore_trustroot.proto has it in JSON. */
	readonly trustedRoot: TrustedRootJson;
}

interface LogJson {
	baseUrl: string;
	hashAlgorithm: "SHA2_256";
	publicKey: { rawBytes: string; keyDetails: "PKIX_ECDSA_P256_SHA_256"; validFor: { start: string; end?: string } };
	logId: { keyId: string };
}

interface AuthorityJson {
	subject: { organization: string; commonName: string };
	uri: string;
	certChain: { certificates: { rawBytes: string }[] };
	validFor: { start: string; end?: string };
}

/** Tests change it. */
export interface TrustedRootJson {
	mediaType: string;
	tlogs: LogJson[];
	certificateAuthorities: AuthorityJson[];
	ctlogs: LogJson[];
	timestampAuthorities: AuthorityJson[];
}

/** The present in whole seconds: @sigstore/core parses no fraction whose last zeros are left out, as DER demands. */
function wholeSeconds(): Date {
	return new Proxy(new Date(), {
		get(_, name) {
			const now = new Date();
			now.setMilliseconds(0);
			const value: unknown = Reflect.get(now, name);
			return typeof value === "function" ? value.bind(now) : value;
		},
	});
}

/** `public`: certificates with SCTs, and a log. `github`: neither, but timestamps, like GitHub's own instance. */
export async function makeInstance(kind: "public" | "github", url: string, clocks: Clocks = {}): Promise<Instance> {
	const keys = () => generateKeyPairSync("ec", { namedCurve: "P-256" });
	const ctlog = kind === "public" ? await initializeCTLog(keys(), clocks.fulcio) : undefined;
	const ca = await initializeCA(keys(), ctlog, clocks.fulcio);
	const tlog = await initializeTLog(url, keys(), clocks.rekor);
	const tsa = await initializeTSA(keys(), clocks.tsa ?? wholeSeconds());
	const fulcio = fulcioHandler(ca, { subjectClaim: "san" });
	const stamps = tsaHandler(tsa);
	const validFor = { start: "2020-01-01T00:00:00Z" };
	const logOf = (publicKey: Buffer): LogJson => ({
		baseUrl: url,
		hashAlgorithm: "SHA2_256",
		publicKey: {
			rawBytes: publicKey.toString("base64"),
			keyDetails: "PKIX_ECDSA_P256_SHA_256",
			validFor: { ...validFor },
		},
		logId: { keyId: createHash("sha256").update(publicKey).digest("base64") },
	});
	const authorityOf = (uri: string, ...chain: ArrayBufferView[]): AuthorityJson => ({
		subject: { organization: "sigstore.mock", commonName: "sigstore" },
		uri,
		certChain: {
			certificates: chain.map(({ buffer, byteOffset, byteLength }) => ({
				rawBytes: Buffer.from(buffer, byteOffset, byteLength).toString("base64"),
			})),
		},
		validFor: { ...validFor },
	});
	return {
		services: {
			[fulcio.path]: fulcio.fn,
			[stamps.path]: stamps.fn,
			...(kind === "public" && { "/api/v1/log/entries": (body: string) => record(tlog, body) }),
		},
		trustedRoot: {
			mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
			tlogs: kind === "public" ? [logOf(tlog.publicKey)] : [],
			certificateAuthorities: [authorityOf(url, ca.rootCertificate)],
			ctlogs: ctlog === undefined ? [] : [logOf(ctlog.publicKey)],
			timestampAuthorities: [authorityOf(url, tsa.intCertificate, tsa.rootCertificate)],
		},
	};
}

type Log = Awaited<ReturnType<typeof initializeTLog>>;

/** Records an envelope in Rekor's form of it, which the mock leaves to its caller. */
async function record(log: Log, body: string): ReturnType<HandlerFn> {
	const { spec } = JSON.parse(body) as { spec: { proposedContent: { envelope: string; verifiers: string[] } } };
	const { envelope, verifiers } = spec.proposedContent;
	const { payload, signatures } = JSON.parse(envelope) as { payload: string; signatures: { sig: string }[] };
	const sha256 = (data: string | Buffer) => ({
		algorithm: "sha256",
		value: createHash("sha256").update(data).digest("hex"),
	});
	const entry = await log.log({
		apiVersion: "0.0.1",
		kind: "dsse",
		spec: {
			envelopeHash: sha256(envelope),
			payloadHash: sha256(Buffer.from(payload, "base64")),
			signatures: signatures.map(({ sig }, index) => ({ signature: sig, verifier: verifiers[index] })),
		},
	});
	return { statusCode: 201, response: JSON.stringify(entry), contentType: "application/json" };
}
