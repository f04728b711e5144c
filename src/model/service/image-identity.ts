import { defined } from "../../util/defined.ts";
import { withoutFinalSlashes } from "../../util/path.ts";
import type { PlannedImage } from "../documents/plan.ts";
import type { Source } from "../documents/source.ts";
import { buildRecipe, recipeAnnotation } from "./recipe.ts";

/** The repository of a source; empty without git or a remote. */
export type SourceRepository = Pick<Source, "url" | "repositoryId">;

/** Which service an image belongs to, on which platform, and from which repository. */
export type ServiceIdentity = Pick<PlannedImage, "service" | "platform"> & SourceRepository;

/** What an image is, in the annotations of its manifest. A record about an image has the same annotations. */
export type ImageIdentity = ServiceIdentity & Pick<PlannedImage, "fingerprint">;

type Annotations = Readonly<Record<string, string>>;

/** Only images of this program have this annotation. */
export const fingerprintAnnotation = "com.lucid.fingerprint";

export const platformAnnotation = "com.lucid.platform";

const serviceAnnotation = "com.lucid.service";
const urlAnnotation = "org.opencontainers.image.source";
const repositoryIdAnnotation = "com.lucid.repository-id";

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
export function identityAnnotations({ service, platform, fingerprint, ...repository }: ImageIdentity): Annotations {
	return {
		[serviceAnnotation]: service,
		[platformAnnotation]: platform,
		[fingerprintAnnotation]: fingerprint,
		...repositoryToAnnotations(repository),
		[recipeAnnotation]: buildRecipe,
	};
}

/** The annotations that state a source repository. */
export function repositoryToAnnotations({ url, repositoryId }: SourceRepository): Annotations {
	return {
		...(url !== undefined && { [urlAnnotation]: url }),
		...(repositoryId !== undefined && { [repositoryIdAnnotation]: repositoryId }),
	};
}

/** The source repository that annotations state. */
export function repositoryFromAnnotations(annotations: Annotations): SourceRepository {
	const { [urlAnnotation]: url, [repositoryIdAnnotation]: repositoryId } = annotations;
	return defined({ url, repositoryId });
}

/** An image that was found and is not reused. `why` is of {@link identityMismatch}. */
export const describeForeign = (ref: string, why: string): string => `${ref} was found, but is not ours: ${why}`;

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
export function originMismatch(expected: ServiceIdentity, annotations: Annotations): string | undefined {
	if (annotations[fingerprintAnnotation] === undefined) return "it does not state what it was built from";
	const { [serviceAnnotation]: service, [platformAnnotation]: platform } = annotations;
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
const normalizeUrl = (url: string | undefined) => url && withoutFinalSlashes(url.toLowerCase());
