/** What a code means, and what to do about it; `see` is where more is told, below docs/. */
export interface CodeEntry {
	readonly means: string;
	readonly mend: string;
	readonly see?: string;
}

/** Every code that a problem can have, by its family. A test compares them with those that are written in src/. */
export const codes: Readonly<Record<string, CodeEntry>> = {
	"catalog/age": {
		means: "A time-to-live is none, or not positive.",
		mend: "Write `12h`, `7d` or `2w`.",
		see: "nightly.md",
	},
	"catalog/alias": {
		means: "A YAML alias without its anchor, one that contains itself, or aliases that stand for too much.",
		mend: "Use `defaults` and `phases` in place of anchors.",
	},
	"catalog/character": {
		means: "The file holds a character that one cannot see, or is not UTF-8.",
		mend: "Save it as UTF-8; remove the character at the place that is named.",
	},
	"catalog/credential": {
		means: "A build argument or label looks like a password or token.",
		mend: "Hand it to the build under `secrets`, and revoke it if it is real: it is in the history of git.",
	},
	"catalog/cycle": { means: "Needs or contexts run in a circle.", mend: "Take one of the arrows out." },
	"catalog/removed": {
		means: "A service was published from this catalog, and is not in it any more, or has another name.",
		mend: "Delete its images once nothing uses them, or put the service back.",
	},
	"catalog/duplicate-image": {
		means: "Two services have one image name: each would overwrite the other's tags.",
		mend: "Use `{{name}}` in `image`, or give one of them an `image` of its own.",
	},
	"catalog/duplicate-key": { means: "A key stands twice; the first one would be lost.", mend: "Remove or rename one." },
	"catalog/duplicate-name": { means: "Two names are the same to a file system or a registry.", mend: "Rename one." },
	"catalog/duration": { means: "A duration cannot be read.", mend: "Write `500ms`, `30s` or `1m30s`." },
	"catalog/empty": {
		means: "The catalog is empty.",
		mend: "`lucid init` proposes one; else begin with `version: 1`.",
		see: "start.md",
	},
	"catalog/flavor": {
		means: "A line of `flavor` is none.",
		mend: "Write `latest=auto` or `suffix=-arm64,onlatest=true`.",
		see: "tags.md#flavor",
	},
	"catalog/header": {
		means: "A header's name cannot be one, or is one that the probe sets itself.",
		mend: "Write it as in `Accept`.",
	},
	"catalog/health": {
		means: "A health check asks nothing, two things, or a path that is none.",
		mend: "One of `path`, `tcp`, `grpc`, `command`, `healthcheck`.",
		see: "smoke.md",
	},
	"catalog/image": {
		means: "An image name or reference cannot be one.",
		mend: "Lower case, no tag in `image`: tags stand under `tags` and `floating`.",
	},
	"catalog/json": {
		means: "A test of a JSON answer cannot be read.",
		mend: 'Write it as in `$.status == "healthy"`.',
		see: "smoke.md",
	},
	"catalog/key": { means: "A key is not a plain word.", mend: "Put it in quotes, or choose another." },
	"catalog/many": { means: "There are more problems than are listed.", mend: "Mend those first." },
	"catalog/missing-file": {
		means: "A Dockerfile or context is not there. Its service is not built; the others are.",
		mend: "Write it, mend the path, or mark the service `planned: true`.",
	},
	"catalog/missing-key": {
		means: "A key that must be there is missing.",
		mend: "Add it; an editor with the schema offers it.",
		see: "catalog.md",
	},
	"catalog/name": {
		means: "A name cannot be one: it becomes part of an image's name and a host name.",
		mend: "Lower case, digits, single dashes between them.",
	},
	"catalog/outside": {
		means: "A path leaves the repository, by `..` or by a link.",
		mend: "Copy what it leads to into the repository, or move the catalog up.",
	},
	"catalog/path": { means: "A path cannot be one.", mend: "Write it relative to the catalog's folder, with `/`." },
	"catalog/pattern": {
		means: "A regular expression cannot be read.",
		mend: "JavaScript's, with the flag `u`; a plain text stands under `body`.",
	},
	"catalog/platform": { means: "A platform is none that Docker knows.", mend: "Write `linux/arm64`." },
	"catalog/port": {
		means: "A port cannot be read.",
		mend: 'Compose\'s short form: `8080`, `"8081:8080"`, `"53:53/udp"`.',
	},
	"catalog/registry": {
		means: "A registry is not a host.",
		mend: "Host and port, perhaps a path: `ghcr.io/acme`, `127.0.0.1:5000`; no `https://`.",
	},
	"catalog/size": { means: "A size cannot be read.", mend: "Write `200mb` or `1.5gb`." },
	"catalog/status": { means: "An HTTP status or range is none.", mend: "Write `200`, `200-299` or a list." },
	"catalog/subnet": { means: "A subnet is none.", mend: "Write `172.20.0.0/16`." },
	"catalog/syntax": {
		means: "The file is not YAML at the place that is named.",
		mend: "Mostly indentation, a tab, or a colon in a text without quotes.",
	},
	"catalog/tag-rule": {
		means: "A rule for tags cannot be read.",
		mend: "docker/metadata-action's words: `type=sha,prefix=`.",
		see: "tags.md",
	},
	"catalog/template": {
		means: "A `{{...}}` stands for nothing here, or is not closed.",
		mend: "`{{name}}`, `{{phase}}`, `{{project}}`; the message lists what may stand there.",
	},
	"catalog/too-deep": { means: "The file is nested too deep.", mend: "No catalog is: see that it is the right file." },
	"catalog/too-large": {
		means: "The catalog is too large.",
		mend: "Split it: several catalogs may stand in one repository, each with `--catalog`.",
	},
	"catalog/type": {
		means: "A value is of another kind than it must be.",
		mend: "The message says which; put a number that is a text in quotes.",
	},
	"catalog/unknown-check": { means: "There is no such check of pushed images.", mend: "Look it up.", see: "verify.md" },
	"catalog/unknown-context": {
		means: "A named context is a service that the catalog has not.",
		mend: "Add it, or mend the name: `target:NAME`.",
	},
	"catalog/unknown-key": {
		means: "A key that the catalog does not know.",
		mend: "Mostly a slip of the pen: the nearest one is named.",
		see: "catalog.md",
	},
	"catalog/unknown-need": {
		means: "A need is neither a service nor an external.",
		mend: "Add it under `externals` if it is not built here.",
	},
	"catalog/unknown-phase": { means: "A phase that is not under `phases`.", mend: "Add it there." },
	"catalog/unknown-rule": { means: "There is no such lint rule.", mend: "Look it up.", see: "lint.md" },
	"catalog/unknown-service": { means: "A service that is not in the catalog.", mend: "Add it, or mend the name." },
	"catalog/unreadable": {
		means: "There is no catalog, or it may not be read.",
		mend: "Name it with `--catalog`, or have `lucid init` propose one.",
		see: "start.md",
	},
	"catalog/user": {
		means: "A user is not numeric.",
		mend: "Write `65532:65532`: names are only known inside the image.",
	},
	"catalog/value": { means: "A value is not allowed where it stands.", mend: "The message says what is." },
	"catalog/version": {
		means: "The file says another version of the format.",
		mend: "Write `version: 1`, or use a newer release.",
	},
	"dockerfile/context": { means: "A build context is not a folder.", mend: "Mend `context` or `contexts`." },
	"dockerfile/expansion": {
		means: "A variable of a Dockerfile cannot be filled in as BuildKit would.",
		mend: "Declare it with ARG in the stage that uses it, or before the first FROM for FROM lines.",
	},
	"dockerfile/file-name": {
		means: "A file that is copied has a name that is not UTF-8; BuildKit takes none.",
		mend: "Rename it, or leave it out in the ignore file.",
	},
	"dockerfile/from": { means: "A FROM leads nowhere.", mend: "Mend the stage's or image's name." },
	"dockerfile/ignore-pattern": {
		means: "A line of an ignore file is malformed; the engine would refuse it.",
		mend: "Mend the pattern at its line.",
	},
	"dockerfile/ignored-source": {
		means: "What is copied is there, and the ignore file leaves it out.",
		mend: "Add `!path` to the ignore file that is named.",
	},
	"dockerfile/lfs-pointer": {
		means: "What is copied is the pointer of a file of Git LFS, not the file.",
		mend: "`lfs: true` of actions/checkout, or `git lfs pull`; or leave it out in the ignore file.",
		see: "fingerprint.md#files",
	},
	"dockerfile/link-loop": { means: "A symbolic link leads to itself.", mend: "Remove it." },
	"dockerfile/link-outside": {
		means: "A symbolic link leads out of the build context.",
		mend: "Copy what it leads to into the context, or take a context higher up.",
	},
	"dockerfile/missing": { means: "The Dockerfile cannot be read.", mend: "See that it is there and may be read." },
	"dockerfile/missing-source": {
		means: "What is copied is not in the context.",
		mend: "Paths are relative to the context, not to the Dockerfile; a file that a step makes before the build has to be made first.",
		see: "recipes.md#a-monorepo-with-generated-files",
	},
	"dockerfile/not-checked-out": {
		means:
			"The sparse checkout skips a file that is copied, and a checkout would write other bytes than git's object holds.",
		mend: "Add its folder: `git sparse-checkout add FOLDER`.",
		see: "fingerprint.md#files",
	},
	"dockerfile/source-pattern": {
		means: "A wildcard is malformed, or would match outside of what is allowed.",
		mend: "Go's `filepath.Match` is what counts.",
	},
	"dockerfile/special-file": {
		means: "A socket, pipe or device stands where a file is copied from.",
		mend: "Remove it, or leave it out in the ignore file.",
	},
	"dockerfile/submodule": {
		means: "What is copied lies in a submodule that is not checked out: the image would be built without it.",
		mend: "`submodules: recursive` of actions/checkout, or `git submodule update --init --recursive`; or leave it out in the ignore file.",
		see: "fingerprint.md#files",
	},
	"dockerfile/syntax": { means: "The Dockerfile cannot be parsed.", mend: "The line is named." },
	"dockerfile/target": { means: "There is no such stage.", mend: "Mend `target`." },
	"dockerfile/unreadable": {
		means: "A file of the context may not be read.",
		mend: "Mend its permissions, or leave it out in the ignore file.",
	},
	"document/missing": {
		means: "A document of an earlier stage is not there.",
		mend: "Run that stage first, or hand its file on.",
	},
	"document/unreadable": {
		means: "A document is no JSON, or of another version.",
		mend: "Use one version of the action in all jobs; blank outputs are refused, not guessed.",
	},
	"document/unwritable": {
		means: "A document cannot be written: a full disk, or no right.",
		mend: "Make room, or name another folder with `--out`.",
	},
	"engine/builder": {
		means: "The builder is gone, broken or cannot be created.",
		mend: "`docker buildx ls`; `docker buildx use default`.",
		see: "build.md#builders",
	},
	"engine/buildx-missing": { means: "buildx is not installed.", mend: "Install the package docker-buildx-plugin." },
	"engine/buildx-too-old": { means: "buildx is too old.", mend: "Install the version that is named, or newer." },
	"engine/compose-missing": {
		means: "Docker Compose is not installed.",
		mend: "Install the package docker-compose-plugin.",
	},
	"engine/compose-too-old": {
		means: "Docker Compose is too old.",
		mend: "Install the version that is named, or newer.",
	},
	"engine/emulation": {
		means: "QEMU cannot be registered.",
		mend: "Take a machine of that architecture (`ubuntu-24.04-arm`), or install qemu-user-static on the runner.",
	},
	"engine/image-store": {
		means: "The engine keeps images in its old store, which cannot push reproducible images.",
		mend: "Switch on containerd's store, or use a builder of its own.",
		see: "build.md#builders",
	},
	"engine/missing": {
		means: "There is no docker command.",
		mend: "Install Docker Engine; `lucid doctor` checks the rest.",
	},
	"engine/not-running": {
		means: "No Docker daemon answers.",
		mend: "Start it, or point DOCKER_HOST or DOCKER_CONTEXT at one that runs.",
	},
	"engine/platform": {
		means: "Nothing here runs the wanted platform.",
		mend: "A runner of that kind, or emulation.",
		see: "recipes.md#multi-arch",
	},
	"engine/ssh": {
		means: "The engine of another machine cannot be reached over SSH.",
		mend: "`ssh HOST docker info` must work without a question.",
		see: "smoke.md#elsewhere",
	},
	"engine/ssh-agent": {
		means: "An SSH agent for builds cannot be started.",
		mend: "Install OpenSSH's client on the runner: `openssh-client` on Debian and Ubuntu.",
	},
	"engine/too-old": { means: "Docker Engine is too old.", mend: "Install the version that is named, or newer." },
	"environment/event": {
		means: "GitHub's event file cannot be read.",
		mend: "Outside of GitHub say what happened with `--event`.",
	},
	"init/exists": {
		means: "There is a catalog already; init writes over nothing.",
		mend: "`--dry-run` shows what it would propose.",
	},
	"init/from": { means: "A file to import cannot be read.", mend: "Name a Markdown file or a shell script." },
	"init/nothing": {
		means: "There is nothing to build here.",
		mend: "Run it at the repository's root, or import commands with `--from`.",
		see: "start.md",
	},
	"lint/unwritable": { means: "`lint --fix` cannot write a file.", mend: "Mend its permissions." },
	"login/refused": {
		means: "A registry refuses the login.",
		mend: "Check user and password; on ghcr.io the job needs `packages: write`.",
	},
	"options/baseline": {
		means: "A lint baseline cannot be read.",
		mend: "Write it again with `--update-baseline`.",
		see: "lint.md",
	},
	"options/build-secrets": {
		means: "`build-secrets` or `build-secret-names` cannot be read, or names are missing.",
		mend: "Write `NAME=value` lines or a JSON object, and list the names that builds may read.",
		see: "recipes.md#secrets-and-ssh-keys-for-builds",
	},
	"options/changed": {
		means: "`--changed` names a commit that is not in the clone.",
		mend: "Check out with `fetch-depth: 0`, or fetch that commit.",
	},
	"options/date": { means: "`--date` is not a date.", mend: "`commit`, `now`, or `2025-10-24T15:51:32Z`." },
	"options/login": {
		means: "A login lacks its user or password: a secret that is not there is blank.",
		mend: "Check the secret's name; a reusable workflow is handed it by `secrets:`.",
	},
	"options/ssh-keys": {
		means: "`ssh-keys` holds something else than private keys, or a key that ssh-add refuses.",
		mend: "Set the secret to the whole content of the key file; the key has no passphrase.",
		see: "recipes.md#secrets-and-ssh-keys-for-builds",
	},
	"options/value": {
		means: "An option or input has a value it cannot have, or is blank where blank would mean everything.",
		mend: "The message says what it takes.",
	},
	"plan/base-blocked": {
		means: "It is built from an image of the catalog that cannot be built.",
		mend: "Mend that one.",
	},
	"plan/base-platform": {
		means: "It is built from an image that is not made for one of its platforms.",
		mend: "Add the platform to the base.",
	},
	"plan/cycle": { means: "Images are built from each other in a circle.", mend: "Take one FROM or `COPY --from` out." },
	"plan/matrix-size": {
		means: "The matrix is larger than GitHub passes on.",
		mend: "Plan a part at a time.",
		see: "recipes.md#large-repositories",
	},
	"plan/runners": {
		means: "More kinds of runner and platform than a matrix has jobs.",
		mend: "Let services share runners, or plan a part.",
	},
	"registry/bad-mirror": { means: "A mirror is none.", mend: "`docker.io=mirror.example/docker.io`." },
	"registry/bad-reference": { means: "An image reference is none.", mend: "Mend the FROM line or the catalog." },
	"registry/credential-helper": {
		means: "Docker's credential helper fails.",
		mend: "`docker logout` and `docker login`, or take the helper out of Docker's config.",
	},
	"registry/denied": {
		means: "The registry refuses.",
		mend: "`docker login`, with an account that may. On ghcr.io the job needs `permissions: packages: write`, and a package that exists already has to give the repository the role Write (its settings, Manage Actions access). `lucid doctor` checks every service.",
	},
	"registry/docker-config": {
		means: "Docker's config.json cannot be read.",
		mend: "Mend it, or remove it and log in again.",
	},
	"registry/mismatch": {
		means: "Bytes do not have the digest they should. Never retried.",
		mend: "Something between here and the registry changes them: a proxy, a broken mirror.",
	},
	"registry/no-platform": {
		means: "An image is there, and not for this platform.",
		mend: "Take a base that is, or leave the platform out.",
	},
	"registry/not-found": {
		means: "An image is not there.",
		mend: "Mend its name or tag; a private one may look so without a login.",
		see: "recipes.md#private-base-images",
	},
	"registry/rate-limited": {
		means: "The registry limits the rate, and went on doing so.",
		mend: "Log in, or use a mirror.",
		see: "recipes.md#private-base-images",
	},
	"registry/refused": {
		means: "The registry does not accept a call.",
		mend: "What it said stands in the message. Amazon ECR and Google Artifact Registry create no repository at the first push: the message has the command.",
	},
	"registry/unavailable": {
		means: "The registry fails, and went on failing.",
		mend: "Run it again later: what is done is found.",
	},
	"registry/unreachable": {
		means: "The registry does not answer at all.",
		mend: "Check its name, the network and the proxy; the message says which of them. `lucid doctor` asks the registry alone.",
	},
	"requirements/missing-file": {
		means: "A requirements file that is installed is not there.",
		mend: "Mend the path, or copy it first.",
	},
	"requirements/syntax": { means: "A requirements file cannot be read as pip does.", mend: "The line is named." },
	"select/phase": { means: "There is no such phase.", mend: "One of those that are named." },
	"select/platform": { means: "No service is made for this platform.", mend: "Add it to `platforms`." },
	"select/service": { means: "No service has this name, or it is only planned.", mend: "One of those that are named." },
	"tags/both": {
		means: "A tag would be written once and moved at the same time.",
		mend: "Take one of its rules out.",
		see: "tags.md",
	},
	"tags/flavor": {
		means: "`flavor` cannot be applied.",
		mend: "What is wrong with it is named.",
		see: "tags.md#flavor",
	},
	"tags/illegal": { means: "A rule gives what is not a tag.", mend: "At most 128 letters, digits, `_`, `.` and `-`." },
	"tags/silent": {
		means: "A rule about git tags gave no service a tag, although the run is of a git tag.",
		mend: "Compare its `match=` or `pattern=` with the git tag: [Git tags of one component](tags.md#git-tags-of-one-component).",
	},
	"tags/rule": {
		means: "A rule cannot be applied to this commit.",
		mend: "What is wrong with it is named.",
		see: "tags.md",
	},
	"build/not-checked-out": {
		means:
			"An image is to be built where the sparse checkout skips files that it takes. A plan needs only git's objects, a build the bytes.",
		mend: "Check out everything in the job that builds, or add the folder: `git sparse-checkout add FOLDER`.",
		see: "fingerprint.md#files",
	},
	"build/provenance": {
		means: "`provenance: max` would show the values of build arguments to everybody who has the image.",
		mend: "Take `min`, or hand the value over under `secrets`.",
		see: "build.md#attestations",
	},
	"github/disabled": {
		means: "Issues are switched off in this repository.",
		mend: "Switch them on, or leave `issue` out.",
	},
	"github/permission": {
		means: "The job's token may not do this.",
		mend: "Add the permission that is named to the job.",
		see: "comments.md#when-github-refuses",
	},
	"github/rate-limit": {
		means: "The token has asked GitHub too often.",
		mend: "Run the job again at the time that is named.",
	},
	"github/refused": {
		means: "GitHub refuses for another reason, which it says.",
		mend: "What it said stands in the message.",
	},
	"github/token": { means: "The token is not valid.", mend: "Leave `github-token` out for the job's own." },
	"github/unreachable": { means: "GitHub does not answer.", mend: "Run the job again." },
	"internal/fault": { means: "A fault in the action itself.", mend: "Please report it, with the log." },
	"lucid/fault": { means: "A fault in lucid itself.", mend: "`LUCID_DEBUG=1` shows where; please report it." },
	"publish/content": {
		means: "Under a content tag there is another image than the one that was built and tried.",
		mend: "Somebody else pushes there: see who may, then build with `--force`.",
		see: "publish.md#the-protocol",
	},
	"publish/exception": {
		means: "`despite-smoke` lacks its `reason`, or is about more than one service.",
		mend: "Name one service and say why: `lucid publish api --despite-smoke --reason TEXT`.",
		see: "publish.md",
	},
	"publish/immutable": {
		means: "A tag that is written once names another commit's image.",
		mend: "A new version number, or another rule.",
		see: "publish.md#running-again",
	},
	"publish/index-gone": {
		means: "What was published last is not there any more.",
		mend: "Run the newest commit's workflow again; see what deletes images.",
	},
	"publish/ledger": {
		means: "The record beside a floating tag cannot be read.",
		mend: "See what wrote it; removing that tag starts the history anew.",
		see: "publish.md#the-ledger",
	},
	"publish/not-shown": {
		means: "The registry accepted a tag and does not show it.",
		mend: "Publish again: what is done is kept.",
	},
	"publish/relabel": {
		means: "The image of a release could not be given its label, or came out another one.",
		mend: "Publish again; build it again where a manifest is gone.",
	},
	"publish/unconfirmed": {
		means: "A tag may have moved, and that could not be confirmed.",
		mend: "Publish again: what is done is kept.",
	},
	"sign/failed": {
		means: "cosign could not sign.",
		mend: "What it said stands in the message.",
		see: "publish.md#signing",
	},
	"sign/key": { means: "There is no key to sign with.", mend: "Name it with `sign-key`.", see: "publish.md#signing" },
	"sign/no-cosign": {
		means: "cosign is not installed.",
		mend: "Install it in a step before.",
		see: "publish.md#signing",
	},
	"sign/unverified": {
		means: "A signature does not verify as anybody would verify it.",
		mend: "See that identity and key are the ones that are expected.",
		see: "publish.md#signing",
	},
	"stage/timeout": {
		means: "A stage was not done within its `timeout`. Its results so far are kept.",
		mend: "The last lines of its log show what it waited for. Where it needs longer, raise `timeout` and the step's `timeout-minutes`.",
		see: "github.md#a-job-that-hangs",
	},
};
