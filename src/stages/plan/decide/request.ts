import type { PlannedImage, PlannedTags, PlanRemark } from "../../../model/documents/plan.ts";
import type { Source } from "../../../model/documents/source.ts";
import type { RunnerMode } from "../../../model/job-matrix/pending-images.ts";
import type { Catalog, Service } from "../../../model/service/service.ts";
import type { ServiceInputs, UnreadableInputs } from "../../../model/service/service-inputs.ts";
import type { ImagePrefetch } from "../image-prefetch.ts";

export interface PlanRequest {
	readonly catalog: Catalog;
	readonly source: Source;
	readonly selected: readonly Service[];
	readonly force: boolean;
	/** When images whose time-to-live ran out are to be rebuilt: the time that it is, milliseconds since 1970. */
	readonly staleAt?: number;
	readonly runners?: RunnerMode;
	readonly maxJobs?: number | undefined;
	/** Also estimate what the matrix costs on GitHub. */
	readonly estimate?: boolean;
	/** Seconds that earlier builds took, by service and platform in the form of `imageKey`. Asked when there is work to spread, of these images. */
	readonly times?: (images: readonly PlannedImage[]) => Promise<ReadonlyMap<string, number>>;
	/** By service and platform, for the selected services and all they are built from. */
	readonly inputs: readonly (ServiceInputs | UnreadableInputs)[];
	readonly tags: Readonly<Record<string, PlannedTags>>;
	/** By service, also of those that are not selected: what this run releases of it. */
	readonly versions?: ReadonlyMap<string, string>;
	readonly remarks?: readonly PlanRemark[];
	/** Services that others are built from which are not among the inputs. */
	readonly parents?: readonly string[];
	/** What was asked of the outside while inputs were being read. */
	readonly prefetch?: ImagePrefetch;
}
