import { z } from "zod";
import { fits, type Infer, parseJson } from "../../util/json.ts";
import { smokeCriteriaSchema } from "../service/smoke-criteria.ts";

/** https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
const statementType = "https://in-toto.io/Statement/v1";

/** SLSA's build provenance: https://slsa.dev/spec/v1.1/provenance. */
export const provenanceType = "https://slsa.dev/provenance/v1";

/** Our own kind of build, described in docs/signing.md. */
const buildType = "https://github.com/lucid/build-action/blob/main/docs/signing.md#statement";

/** How an image was built, beyond its inputs. An image that our workflow cannot answer for is reused by `any` only. */
export const builderFactsSchema = z.object({
	/** `github-hosted`, `self-hosted`, or `local` outside of GitHub. */
	runner: z.enum(["github-hosted", "self-hosted", "local"]),
	/** A builder or engine on another machine. */
	remote: z.literal(true).exactOptional(),
	/** Base images came from a mirror. */
	mirror: z.literal(true).exactOptional(),
	/** Layers may come from a cache of this kind. */
	cache: z.enum(["gha", "registry", "local", "inline"]).exactOptional(),
	/** It may have read build secrets or SSH keys of the caller, whose values the fingerprint does not cover. */
	secrets: z.literal(true).exactOptional(),
});
export type BuilderFacts = Infer<typeof builderFactsSchema>;

const signedImageSchema = z.object({
	service: z.string(),
	platform: z.string(),
	/** Digest of the platform's manifest. */
	digest: z.string(),
	fingerprint: z.string(),
	recipe: z.string(),
	/** Hashes of the parts of the fingerprint by their names. */
	components: z.record(z.string(), z.string()),
	/** `kept`: the image of other inputs stays, because its bases have the same content. */
	outcome: z.enum(["built", "kept", "relabelled"]),
	/** The digest that a relabelled image was made from. */
	from: z.string().exactOptional(),
	builder: builderFactsSchema,
});
export type SignedImage = Infer<typeof signedImageSchema>;

/** A verdict of smoke on one image: the same fields as its record in the registry. */
const signedVerdictSchema = z.object({
	service: z.string(),
	platform: z.string(),
	digest: z.string(),
	verdict: z.enum(["healthy", "unhealthy"]),
	...smokeCriteriaSchema.shape,
	needs: z.record(z.string(), z.string()).exactOptional(),
});
export type SignedVerdict = Infer<typeof signedVerdictSchema>;

/** An index that publish gives tags. */
const signedIndexSchema = z.object({
	service: z.string(),
	digest: z.string(),
	/** Digests of its platforms' manifests. */
	images: z.array(z.string()),
	version: z.string().exactOptional(),
});
export type SignedIndex = Infer<typeof signedIndexSchema>;

/** What one run did, signed as a whole. */
const runContentSchema = z.object({
	images: z.array(signedImageSchema),
	verdicts: z.array(signedVerdictSchema),
	indexes: z.array(signedIndexSchema),
});
export type RunContent = Infer<typeof runContentSchema>;

const sourceSchema = z.object({
	/** HTTPS URL of the repository. */
	url: z.string().exactOptional(),
	/** `github.com/1296269`. */
	repositoryId: z.string().exactOptional(),
	revision: z.string(),
	/** `refs/heads/main`; absent outside of a workflow. */
	ref: z.string().exactOptional(),
	/** Name of the event; absent outside of a workflow. */
	event: z.string().exactOptional(),
});

const statementSchema = z.object({
	_type: z.literal(statementType),
	subject: z.array(z.object({ name: z.string(), digest: z.object({ sha256: z.string() }) })),
	predicateType: z.literal(provenanceType),
	predicate: z.object({
		buildDefinition: z.object({
			buildType: z.literal(buildType),
			externalParameters: z.object({ source: sourceSchema }),
			internalParameters: z.object({ lucid: runContentSchema }),
		}),
	}),
});

/** A statement of a run: who wrote it must be proven by its signature. */
export interface RunStatement {
	readonly source: Infer<typeof sourceSchema>;
	/** Digests with the names of their repositories, all of SHA-256. */
	readonly subjects: readonly { readonly name: string; readonly digest: string }[];
	readonly content: RunContent;
}

/** What a statement says of its builder, for other programs. Ours reads the certificate instead. */
export interface RunDetails {
	/** `https://github.com/lucid/build-action/.github/workflows/build-signed.yml@refs/tags/v1`. */
	readonly builder: string;
	/** URL of the run with its attempt. */
	readonly invocation?: string;
	/** The caller's workflow file. */
	readonly workflow?: { readonly repository: string; readonly ref: string; readonly path: string };
	/** As GitHub's own provenance has it. */
	readonly github?: Readonly<Record<string, string>>;
}

/** The in-toto statement as UTF-8 JSON: SLSA provenance of all subjects, with what the run did. */
export function writeRunStatement({ source, subjects, content }: RunStatement, details: RunDetails): Uint8Array {
	const { builder, invocation, workflow, github } = details;
	const statement = {
		_type: statementType,
		subject: subjects.map(({ name, digest }) => ({ name, digest: { sha256: digest.replace(/^sha256:/, "") } })),
		predicateType: provenanceType,
		predicate: {
			buildDefinition: {
				buildType,
				externalParameters: { source, ...(workflow && { workflow }) },
				internalParameters: { lucid: content, ...(github && { github }) },
				...(source.url !== undefined && {
					resolvedDependencies: [
						{
							uri: `git+${source.url}${source.ref === undefined ? "" : `@${source.ref}`}`,
							digest: { gitCommit: source.revision },
						},
					],
				}),
			},
			runDetails: { builder: { id: builder }, ...(invocation && { metadata: { invocationId: invocation } }) },
		},
	};
	return new TextEncoder().encode(JSON.stringify(statement));
}

/** A statement of ours; `onMismatch` gets the first difference if it is another one. */
export function readRunStatement(bytes: Uint8Array, onMismatch?: (why: string) => void): RunStatement | undefined {
	const json = parseJson(bytes);
	if (!fits(statementSchema, json, onMismatch)) return undefined;
	const { externalParameters, internalParameters } = json.predicate.buildDefinition;
	return {
		source: externalParameters.source,
		subjects: json.subject.map(({ name, digest }) => ({ name, digest: `sha256:${digest.sha256}` })),
		content: internalParameters.lucid,
	};
}
