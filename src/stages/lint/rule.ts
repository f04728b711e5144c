import type { Dockerfile, Trace, TracedInput, TreeEntry } from "../../model/dockerfile/dockerfile.ts";
import type { Edit, Severity } from "../../model/documents/lint.ts";
import type { PackageFacts } from "../../model/requirements/package-release.ts";
import type { PipIndexOptions } from "../../model/requirements/requirements-file.ts";
import type { RuleId } from "../../model/service/lint-rule-ids.ts";
import type { Catalog, Service } from "../../model/service/service.ts";
import type { RepositoryFiles } from "../../model/service/service-inputs.ts";
import type { VerifyCheckId } from "../../model/service/verify-checks.ts";
import type { Location, Problem } from "../../util/errors.ts";

/** A service whose Dockerfile could be read. */
export interface LintSubject {
	readonly dockerfile: Dockerfile;
	readonly trace: Trace;
	/** Files by instruction. Paths and `root` are relative to the catalog; `root` is blank or ends with `/`. */
	readonly selected: readonly {
		readonly input: TracedInput;
		readonly entries: readonly TreeEntry[];
		readonly root: string;
	}[];
	/** Problems that make the build fail, from trace and file selection. */
	readonly problems: readonly Problem[];
	/** Catalog services it is built from, by the name in its Dockerfile. */
	readonly from: Readonly<Record<string, string>>;
}

export interface LintRequest {
	readonly catalog: Catalog;
	/** By service name; other services are skipped. Problems mean that the Dockerfile could not be read. */
	readonly subjects: ReadonlyMap<string, LintSubject | readonly Problem[]>;
	readonly around: RepositoryFiles;
	/** Facts about a package from the indexes of a `pip install`, by normalised name. Undefined: no lookup. */
	readonly packageFacts?: (key: string, choice: PipIndexOptions) => PackageFacts;
	/** Permission bits of files and folders with the setuid, setgid or sticky bit, by path. Undefined: not checked. */
	readonly specialModes?: ReadonlyMap<string, number>;
	/** The current digest of a tag, `sha256:...`; undefined if unknown. */
	readonly currentDigest?: (ref: string) => string | undefined;
	/** Results of BuildKit's own checks. Undefined: not run. */
	readonly buildChecks?: readonly BuildCheck[];
	/** Rules that cannot give this severity are not run. Undefined: all are. */
	readonly minSeverity?: Severity;
}

/** A result of a BuildKit check for a service's Dockerfile. */
export interface BuildCheck {
	/** `FromAsCasing` */
	readonly rule: string;
	readonly detail: string;
	readonly url?: string;
	readonly at: Location;
	readonly service: string;
}

/** A finding as the rule returns it, without ID and severity. */
export interface RuleFinding {
	readonly message: string;
	readonly at: Location;
	readonly why?: string;
	readonly fix?: string;
	/** Overrides the severity of the rule. */
	readonly severity?: Severity;
	/** Overrides `verifiedBy` of the rule. */
	readonly check?: VerifyCheckId;
	/** Set by rules over the whole catalog. */
	readonly service?: string;
	/** Edits that fix it, if that is safe. */
	readonly edits?: readonly Edit[];
}

interface RuleText {
	readonly id: RuleId;
	readonly severity: Severity;
	/** The verify check of the same fault in the image; the finding gets its severity. */
	readonly verifiedBy?: VerifyCheckId;
	/** The fault in a few words. */
	readonly title: string;
	/** The consequence and the solution; Markdown. */
	readonly docs: string;
	/** Rules that report the same: this one is skipped where one of them reports a line or is off. */
	readonly sameAs?: readonly RuleId[];
}

export interface RuleContext extends LintSubject {
	readonly service: Service;
	readonly request: LintRequest;
}

export type LintRule = RuleText &
	(
		| { readonly scope: "service"; readonly check: (context: RuleContext) => Iterable<RuleFinding> }
		/** Gets the problems that make the build fail, also of Dockerfiles that could not be read. */
		| {
				readonly scope: "problems";
				readonly check: (problems: readonly Problem[], service: Service) => Iterable<RuleFinding>;
		  }
		| { readonly scope: "catalog"; readonly check: (request: LintRequest) => Iterable<RuleFinding> }
	);

export const isLintSubject = (subject: LintSubject | readonly Problem[] | undefined): subject is LintSubject =>
	subject !== undefined && "trace" in subject;
