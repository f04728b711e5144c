import type { Dockerfile, Trace } from "../dockerfile/dockerfile.ts";
import type { Edit, Severity } from "../documents/finding.ts";
import type { Catalog, Service } from "../documents/service.ts";
import type { Location, Problem } from "../errors.ts";

/** A service whose Dockerfile could be read. */
export interface Subject {
	readonly dockerfile: Dockerfile;
	readonly trace: Trace;
	/** What the engine would refuse: of the trace and of the selection. */
	readonly problems: readonly Problem[];
	/** Catalog services it takes from, by the name its Dockerfile uses. */
	readonly from: Readonly<Record<string, string>>;
}

export interface LintRequest {
	readonly catalog: Catalog;
	/** By service name; those not in it are not looked at. A list of problems is a Dockerfile that could not be read. */
	readonly subjects: ReadonlyMap<string, Subject | readonly Problem[]>;
}

/** What a rule says; its id and severity are added to it. */
export interface Found {
	readonly message: string;
	readonly at: Location;
	readonly why?: string;
	readonly fix?: string;
	/** For rules over the whole catalog. */
	readonly service?: string;
	/** Changes that mend it, where that is safe. */
	readonly edits?: readonly Edit[];
}

interface RuleText {
	/** Kebab case; never changed once published. */
	readonly id: string;
	readonly severity: Severity;
	/** What is wrong, in a few words. */
	readonly title: string;
	/** What goes wrong when it stays, and what to do instead; Markdown. */
	readonly docs: string;
}

export interface ServiceContext extends Subject {
	readonly service: Service;
	readonly request: LintRequest;
}

export type Rule = RuleText &
	(
		| { readonly scope: "service"; readonly check: (context: ServiceContext) => Iterable<Found> }
		/** Dockerfiles that could not be read, and what the engine would refuse. */
		| {
				readonly scope: "problems";
				readonly check: (problems: readonly Problem[], service: Service) => Iterable<Found>;
		  }
		| { readonly scope: "catalog"; readonly check: (catalog: Catalog) => Iterable<Found> }
	);

export const isSubject = (subject: Subject | readonly Problem[] | undefined): subject is Subject =>
	subject !== undefined && "trace" in subject;
