import type { Dockerfile, Trace, TracedInput, TreeEntry } from "../../model/dockerfile/dockerfile.ts";
import type { Edit, Severity } from "../../model/documents/lint.ts";
import type { PackageFacts } from "../../model/requirements/package-release.ts";
import type { PipIndexOptions } from "../../model/requirements/requirements-file.ts";
import type { RuleId } from "../../model/service/lint-rule-ids.ts";
import type { RepositoryFiles } from "../../model/service/repository-files.ts";
import type { Catalog, Service } from "../../model/service/service.ts";
import type { VerifyCheckId } from "../../model/service/verify-checks.ts";
import type { Location, Problem } from "../../util/errors.ts";

/** A service whose Dockerfile could be read. */
export interface LintSubject {
	readonly dockerfile: Dockerfile;
	readonly trace: Trace;
	/** What each instruction brings; paths of entries are relative to the catalog's folder, and so is `root`, which is blank or ends with a `/`. */
	readonly selected: readonly {
		readonly input: TracedInput;
		readonly entries: readonly TreeEntry[];
		readonly root: string;
	}[];
	/** What the engine would refuse: of the trace and of the selection. */
	readonly problems: readonly Problem[];
	/** Catalog services it takes from, by the name its Dockerfile uses. */
	readonly from: Readonly<Record<string, string>>;
}

export interface LintRequest {
	readonly catalog: Catalog;
	/** By service name; those not in it are not looked at. A list of problems is a Dockerfile that could not be read. */
	readonly subjects: ReadonlyMap<string, LintSubject | readonly Problem[]>;
	readonly around: RepositoryFiles;
	/** What the indexes of a `pip install` know of a package, by its normalised name. Undefined: nobody was asked. */
	readonly packages?: (key: string, choice: PipIndexOptions) => PackageFacts;
	/** Permission bits of files and folders with the setuid, setgid or sticky bit, by path; undefined: nobody looked. */
	readonly special?: ReadonlyMap<string, number>;
	/** The digest a tag has now, as `sha256:...`; undefined when that is not known. */
	readonly digest?: (ref: string) => string | undefined;
	/** What BuildKit's own checks say; undefined: they were not made. */
	readonly buildChecks?: readonly BuildCheck[];
	/** Rules that find nothing this bad are not run; all are when it is undefined. */
	readonly least?: Severity;
}

/** What one of BuildKit's checks says of a service's Dockerfile. */
export interface BuildCheck {
	/** `FromAsCasing` */
	readonly rule: string;
	readonly detail: string;
	readonly url?: string;
	readonly at: Location;
	readonly service: string;
}

/** What a rule says; its id and severity are added to it. */
export interface RuleFinding {
	readonly message: string;
	readonly at: Location;
	readonly why?: string;
	readonly fix?: string;
	/** Another than the rule's own: where it matters less. */
	readonly severity?: Severity;
	/** Another check than the rule's own. */
	readonly check?: VerifyCheckId;
	/** For rules over the whole catalog. */
	readonly service?: string;
	/** Changes that fix it, where that is safe. */
	readonly edits?: readonly Edit[];
}

interface RuleText {
	readonly id: RuleId;
	readonly severity: Severity;
	/** The check of verify that finds the same in the image: the finding is as severe as its failure would be. */
	readonly verifiedBy?: VerifyCheckId;
	/** What is wrong, in a few words. */
	readonly title: string;
	/** What goes wrong when it stays, and what to do instead; Markdown. */
	readonly docs: string;
	/** Rules that say the same of the same lines: where one of them has spoken, or is switched off, this one is silent. */
	readonly sameAs?: readonly RuleId[];
}

export interface RuleContext extends LintSubject {
	readonly service: Service;
	readonly request: LintRequest;
}

export type LintRule = RuleText &
	(
		| { readonly scope: "service"; readonly check: (context: RuleContext) => Iterable<RuleFinding> }
		/** Dockerfiles that could not be read, and what the engine would refuse. */
		| {
				readonly scope: "problems";
				readonly check: (problems: readonly Problem[], service: Service) => Iterable<RuleFinding>;
		  }
		| { readonly scope: "catalog"; readonly check: (request: LintRequest) => Iterable<RuleFinding> }
	);

export const isLintSubject = (subject: LintSubject | readonly Problem[] | undefined): subject is LintSubject =>
	subject !== undefined && "trace" in subject;
