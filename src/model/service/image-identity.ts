import { defined } from "../../util/defined.ts";
import type { PlannedImage } from "../documents/plan.ts";
import type { Source } from "../documents/source.ts";
import { buildRecipe, recipeAnnotation } from "./recipe.ts";

/** The repository of a source; empty without git or a remote. */
export type SourceRepository = Pick<Source, "url" | "repositoryId">;

/** What an image is, apart from its inputs. */
export type OriginIdentity = Pick<PlannedImage, "service" | "platform"> & SourceRepository;

/** What an image is, in the annotations of its manifest. A record about an image has the same annotations. */
export type ImageIdentity = OriginIdentity & Pick<PlannedImage, "fingerprint">;

type Annotations = Readonly<Record<string, string>>;

/** Only images of this program have this annotation. */
export const fingerprintAnnotation = "com.lucid.fingerprint";

export const platformAnnotation = "com.lucid.platform";

const repositoryAnnotations = {
	url: "org.opencontainers.image.source",
	repositoryId: "com.lucid.repository-id",
} as const;

const annotationNames = {
	service: "com.lucid.service",
	platform: platformAnnotation,
	fingerprint: fingerprintAnnotation,
	...repositoryAnnotations,
} as const;

/** The repository alone, for a record. */
export const repositoryOfSource = ({ url, repositoryId }: SourceRepository): SourceRepository =>
	defined({ url, repositoryId });

/** The identity of an image of a plan. */
export function identityOf(
	{ service, platform, fingerprint }: Pick<PlannedImage, "service" | "platform" | "fingerprint">,
	source: SourceRepository,
): ImageIdentity {
	return { service, platform, fingerprint, ...repositoryOfSource(source) };
}

/** The annotations that state an identity, and the recipe of this version. */
export function identityAnnotations(identity: ImageIdentity): Annotations {
	return { ...toAnnotations(identity, annotationNames), [recipeAnnotation]: buildRecipe };
}

/** The annotations that state a source repository. */
export function repositoryToAnnotations(repository: SourceRepository): Annotations {
	return toAnnotations(repository, repositoryAnnotations);
}

/** The source repository that annotations state. */
export function repositoryFromAnnotations(annotations: Annotations): SourceRepository {
	const { [repositoryAnnotations.url]: url, [repositoryAnnotations.repositoryId]: repositoryId } = annotations;
	return defined({ url, repositoryId });
}

/**
 * Why annotations are not those of the expected image: a clause, ready to print. Every part must agree: a registry
 * shows an image under any tag that someone gave it.
 */
export function identityMismatch(expected: ImageIdentity, annotations: Annotations): string | undefined {
	const mismatch = originMismatch(expected, annotations);
	if (mismatch !== undefined) return mismatch;
	if (annotations[recipeAnnotation] !== buildRecipe) return "another version of this program built it";
	return annotations[fingerprintAnnotation] === expected.fingerprint ? undefined : "it was built from other inputs";
}

/** The same for an image with any inputs, of any recipe. */
export function originMismatch(expected: OriginIdentity, annotations: Annotations): string | undefined {
	if (annotations[fingerprintAnnotation] === undefined) return "it does not state what it was built from";
	const { [annotationNames.service]: service, [annotationNames.platform]: platform } = annotations;
	if (service === undefined || platform === undefined) return "it does not state its service and platform";
	if (service !== expected.service) return `it is an image of the service ${service}`;
	if (platform !== expected.platform) return `it was built for ${platform}`;
	return repositoryMismatch(expected, repositoryFromAnnotations(annotations));
}

/**
 * Why a source repository is another one. GitHub's numeric ids are compared if both are known, so that a renamed
 * repository stays the same; else the URLs.
 */
export function repositoryMismatch(expected: SourceRepository, found: SourceRepository): string | undefined {
	const isSame =
		expected.repositoryId !== undefined && found.repositoryId !== undefined
			? expected.repositoryId === found.repositoryId
			: normalizeUrl(expected.url) === normalizeUrl(found.url);
	if (isSame) return undefined;
	const name = found.url ?? found.repositoryId;
	return name === undefined ? "it does not state its source repository" : `it belongs to ${name}`;
}

/** GitHub and GitLab ignore the case of a repository's name. */
const normalizeUrl = (url: string | undefined) => url?.toLowerCase().replace(/\/+$/, "");

function toAnnotations<K extends string>(
	values: { readonly [P in K]?: string },
	names: Readonly<Record<K, string>>,
): Annotations {
	return Object.fromEntries(
		(Object.entries(names) as [K, string][]).flatMap(([key, name]) => {
			const value: string | undefined = values[key];
			return value === undefined ? [] : [[name, value]];
		}),
	);
}
