/** What a code means, and what to do about it; `see` is where more is told, below docs/. */
export interface CodeEntry {
	readonly meaning: string;
	readonly fix: string;
	readonly see?: string;
}

/** Every code that a problem can have, by its family. A test compares them with those that are written in src/. */
export const codes: Readonly<Record<string, CodeEntry>> = {
	"catalog/age": {
		meaning: "A time-to-live is none, or not positive.",
		fix: "Write `12h`, `7d` or `2w`.",
		see: "nightly.md",
	},
	"catalog/alias": {
		meaning: "A YAML alias without its anchor, one that contains itself, or aliases that stand for too much.",
		fix: "Use `defaults` and `phases` in place of anchors.",
	},
	"catalog/character": {
		meaning: "The file holds a character that one cannot see, or is not UTF-8.",
		fix: "Save it as UTF-8; remove the character at the place that is named.",
	},
	"catalog/credential": {
		meaning: "A build argument or label looks like a password or token.",
		fix: "Hand it to the build under `secrets`, and revoke it if it is real: it is in the history of git.",
	},
	"catalog/cycle": { meaning: "Needs or contexts run in a circle.", fix: "Take one of the arrows out." },
	"catalog/removed": {
		meaning: "A service was published from this catalog, and is not in it any more, or has another name.",
		fix: "Delete its images once nothing uses them, or put the service back.",
	},
	"catalog/duplicate-image": {
		meaning: "Two services have one image name: each would overwrite the other's tags.",
		fix: "Use `{{name}}` in `image`, or give one of them an `image` of its own.",
	},
	"catalog/duplicate-key": {
		meaning: "A key stands twice; the first one would be lost.",
		fix: "Remove or rename one.",
	},
	"catalog/duplicate-name": { meaning: "Two names are the same to a file system or a registry.", fix: "Rename one." },
	"catalog/duration": { meaning: "A duration cannot be read.", fix: "Write `500ms`, `30s` or `1m30s`." },
	"catalog/empty": {
		meaning: "The catalog is empty.",
		fix: "`lucid init` proposes one; else begin with `version: 1`.",
		see: "start.md",
	},
	"catalog/flavor": {
		meaning: "A line of `flavor` is none.",
		fix: "Write `latest=auto` or `suffix=-arm64,onlatest=true`.",
		see: "tags.md#flavor",
	},
	"catalog/header": {
		meaning: "A header's name cannot be one, or is one that the probe sets itself.",
		fix: "Write it as in `Accept`.",
	},
	"catalog/health": {
		meaning: "A health check asks nothing, two things, or a path that is none.",
		fix: "One of `path`, `tcp`, `grpc`, `command`, `healthcheck`.",
		see: "smoke.md",
	},
	"catalog/image": {
		meaning: "An image name or reference cannot be one.",
		fix: "Lower case, no tag in `image`: tags stand under `tags` and `floating`.",
	},
	"catalog/json": {
		meaning: "A test of a JSON answer cannot be read.",
		fix: 'Write it as in `$.status == "healthy"`.',
		see: "smoke.md",
	},
	"catalog/key": { meaning: "A key is not a plain word.", fix: "Put it in quotes, or choose another." },
	"catalog/many": { meaning: "There are more problems than are listed.", fix: "Mend those first." },
	"catalog/missing-file": {
		meaning: "A Dockerfile or context is not there. Its service is not built; the others are.",
		fix: "Write it, mend the path, or mark the service `planned: true`.",
	},
	"catalog/missing-key": {
		meaning: "A key that must be there is missing.",
		fix: "Add it; an editor with the schema offers it.",
		see: "catalog.md",
	},
	"catalog/name": {
		meaning: "A name cannot be one: it becomes part of an image's name and a host name.",
		fix: "Lower case, digits, single dashes between them.",
	},
	"catalog/outside": {
		meaning: "A path leaves the repository, by `..` or by a link.",
		fix: "Copy what it leads to into the repository, or move the catalog up.",
	},
	"catalog/path": { meaning: "A path cannot be one.", fix: "Write it relative to the catalog's folder, with `/`." },
	"catalog/pattern": {
		meaning: "A regular expression cannot be read.",
		fix: "JavaScript's, with the flag `u`; a plain text stands under `body`.",
	},
	"catalog/platform": { meaning: "A platform is none that Docker knows.", fix: "Write `linux/arm64`." },
	"catalog/port": {
		meaning: "A port cannot be read.",
		fix: 'Compose\'s short form: `8080`, `"8081:8080"`, `"53:53/udp"`.',
	},
	"catalog/registry": {
		meaning: "A registry is not a host.",
		fix: "Host and port, perhaps a path: `ghcr.io/acme`, `127.0.0.1:5000`; no `https://`.",
	},
	"catalog/size": { meaning: "A size cannot be read.", fix: "Write `200mb` or `1.5gb`." },
	"catalog/status": { meaning: "An HTTP status or range is none.", fix: "Write `200`, `200-299` or a list." },
	"catalog/subnet": { meaning: "A subnet is none.", fix: "Write `172.20.0.0/16`." },
	"catalog/syntax": {
		meaning: "The file is not YAML at the place that is named.",
		fix: "Mostly indentation, a tab, or a colon in a text without quotes.",
	},
	"catalog/tag-rule": {
		meaning: "A rule for tags cannot be read.",
		fix: "docker/metadata-action's words: `type=sha,prefix=`.",
		see: "tags.md",
	},
	"catalog/template": {
		meaning: "A `{{...}}` stands for nothing here, or is not closed.",
		fix: "`{{name}}`, `{{phase}}`, `{{project}}`; the message lists what may stand there.",
	},
	"catalog/too-deep": { meaning: "The file is nested too deep.", fix: "No catalog is: see that it is the right file." },
	"catalog/too-large": {
		meaning: "The catalog is too large.",
		fix: "Split it: several catalogs may stand in one repository, each with `--catalog`.",
	},
	"catalog/type": {
		meaning: "A value is of another kind than it must be.",
		fix: "The message says which; put a number that is a text in quotes.",
	},
	"catalog/unknown-check": {
		meaning: "There is no such check of pushed images.",
		fix: "Look it up.",
		see: "verify.md",
	},
	"catalog/unknown-context": {
		meaning: "A named context is a service that the catalog has not.",
		fix: "Add it, or mend the name: `target:NAME`.",
	},
	"catalog/unknown-key": {
		meaning: "A key that the catalog does not know.",
		fix: "Mostly a slip of the pen: the nearest one is named.",
		see: "catalog.md",
	},
	"catalog/unknown-need": {
		meaning: "A need is neither a service nor an external.",
		fix: "Add it under `externals` if it is not built here.",
	},
	"catalog/unknown-phase": { meaning: "A phase that is not under `phases`.", fix: "Add it there." },
	"catalog/unknown-rule": { meaning: "There is no such lint rule.", fix: "Look it up.", see: "lint.md" },
	"catalog/unknown-service": { meaning: "A service that is not in the catalog.", fix: "Add it, or mend the name." },
	"catalog/unreadable": {
		meaning: "There is no catalog, or it may not be read.",
		fix: "Name it with `--catalog`, or have `lucid init` propose one.",
		see: "start.md",
	},
	"catalog/user": {
		meaning: "A user is not numeric.",
		fix: "Write `65532:65532`: names are only known inside the image.",
	},
	"catalog/value": { meaning: "A value is not allowed where it stands.", fix: "The message says what is." },
	"catalog/version": {
		meaning: "The file says another version of the format.",
		fix: "Write `version: 1`, or use a newer release.",
	},
	"dockerfile/context": { meaning: "A build context is not a folder.", fix: "Mend `context` or `contexts`." },
	"dockerfile/expansion": {
		meaning: "A variable of a Dockerfile cannot be filled in as BuildKit would.",
		fix: "Declare it with ARG in the stage that uses it, or before the first FROM for FROM lines.",
	},
	"dockerfile/file-name": {
		meaning: "A file that is copied has a name that is not UTF-8; BuildKit takes none.",
		fix: "Rename it, or leave it out in the ignore file.",
	},
	"dockerfile/from": { meaning: "A FROM leads nowhere.", fix: "Mend the stage's or image's name." },
	"dockerfile/ignore-pattern": {
		meaning: "A line of an ignore file is malformed; the engine would refuse it.",
		fix: "Mend the pattern at its line.",
	},
	"dockerfile/ignored-source": {
		meaning: "What is copied is there, and the ignore file leaves it out.",
		fix: "Add `!path` to the ignore file that is named.",
	},
	"dockerfile/lfs-pointer": {
		meaning: "What is copied is the pointer of a file of Git LFS, not the file.",
		fix: "`lfs: true` of actions/checkout, or `git lfs pull`; or leave it out in the ignore file.",
		see: "fingerprint.md#files",
	},
	"dockerfile/link-loop": { meaning: "A symbolic link leads to itself.", fix: "Remove it." },
	"dockerfile/link-outside": {
		meaning: "A symbolic link leads out of the build context.",
		fix: "Copy what it leads to into the context, or take a context higher up.",
	},
	"dockerfile/missing": { meaning: "The Dockerfile cannot be read.", fix: "See that it is there and may be read." },
	"dockerfile/missing-source": {
		meaning: "What is copied is not in the context.",
		fix: "Paths are relative to the context, not to the Dockerfile; a file that a step makes before the build has to be made first.",
		see: "recipes.md#a-monorepo-with-generated-files",
	},
	"dockerfile/not-checked-out": {
		meaning:
			"The sparse checkout skips a file that is copied, and a checkout would write other bytes than git's object holds.",
		fix: "Add its folder: `git sparse-checkout add FOLDER`.",
		see: "fingerprint.md#files",
	},
	"dockerfile/source-pattern": {
		meaning: "A wildcard is malformed, or would match outside of what is allowed.",
		fix: "Go's `filepath.Match` is what counts.",
	},
	"dockerfile/special-file": {
		meaning: "A socket, pipe or device stands where a file is copied from.",
		fix: "Remove it, or leave it out in the ignore file.",
	},
	"dockerfile/submodule": {
		meaning: "What is copied lies in a submodule that is not checked out: the image would be built without it.",
		fix: "`submodules: recursive` of actions/checkout, or `git submodule update --init --recursive`; or leave it out in the ignore file.",
		see: "fingerprint.md#files",
	},
	"dockerfile/syntax": { meaning: "The Dockerfile cannot be parsed.", fix: "The line is named." },
	"dockerfile/target": { meaning: "There is no such stage.", fix: "Mend `target`." },
	"dockerfile/unreadable": {
		meaning: "A file of the context may not be read.",
		fix: "Mend its permissions, or leave it out in the ignore file.",
	},
	"document/missing": {
		meaning: "A document of an earlier stage is not there.",
		fix: "Run that stage first, or hand its file on.",
	},
	"document/unreadable": {
		meaning: "A document is no JSON, or of another version.",
		fix: "Use one version of the action in all jobs; blank outputs are refused, not guessed.",
	},
	"document/unwritable": {
		meaning: "A document cannot be written: a full disk, or no right.",
		fix: "Make room, or name another folder with `--out`.",
	},
	"engine/builder": {
		meaning: "The builder is gone, broken or cannot be created.",
		fix: "`docker buildx ls`; `docker buildx use default`.",
		see: "build.md#builders",
	},
	"engine/buildx-missing": { meaning: "buildx is not installed.", fix: "Install the package docker-buildx-plugin." },
	"engine/buildx-too-old": { meaning: "buildx is too old.", fix: "Install the version that is named, or newer." },
	"engine/compose-missing": {
		meaning: "Docker Compose is not installed.",
		fix: "Install the package docker-compose-plugin.",
	},
	"engine/compose-too-old": {
		meaning: "Docker Compose is too old.",
		fix: "Install the version that is named, or newer.",
	},
	"engine/emulation": {
		meaning: "QEMU cannot be registered.",
		fix: "Take a machine of that architecture (`ubuntu-24.04-arm`), or install qemu-user-static on the runner.",
	},
	"engine/image-store": {
		meaning: "The engine keeps images in its old store, which cannot push reproducible images.",
		fix: "Switch on containerd's store, or use a builder of its own.",
		see: "build.md#builders",
	},
	"engine/missing": {
		meaning: "There is no docker command.",
		fix: "Install Docker Engine; `lucid doctor` checks the rest.",
	},
	"engine/not-running": {
		meaning: "No Docker daemon answers.",
		fix: "Start it, or point DOCKER_HOST or DOCKER_CONTEXT at one that runs.",
	},
	"engine/platform": {
		meaning: "Nothing here runs the wanted platform.",
		fix: "A runner of that kind, or emulation.",
		see: "recipes.md#multi-arch",
	},
	"engine/ssh": {
		meaning: "The engine of another machine cannot be reached over SSH.",
		fix: "`ssh HOST docker info` must work without a question.",
		see: "smoke.md#elsewhere",
	},
	"engine/ssh-agent": {
		meaning: "An SSH agent for builds cannot be started.",
		fix: "Install OpenSSH's client on the runner: `openssh-client` on Debian and Ubuntu.",
	},
	"engine/too-old": { meaning: "Docker Engine is too old.", fix: "Install the version that is named, or newer." },
	"environment/event": {
		meaning: "GitHub's event file cannot be read.",
		fix: "Outside of GitHub say what happened with `--event`.",
	},
	"init/exists": {
		meaning: "There is a catalog already; init writes over nothing.",
		fix: "`--dry-run` shows what it would propose.",
	},
	"init/from": { meaning: "A file to import cannot be read.", fix: "Name a Markdown file or a shell script." },
	"init/nothing": {
		meaning: "There is nothing to build here.",
		fix: "Run it at the repository's root, or import commands with `--from`.",
		see: "start.md",
	},
	"lint/unwritable": { meaning: "`lint --fix` cannot write a file.", fix: "Mend its permissions." },
	"login/refused": {
		meaning: "A registry refuses the login.",
		fix: "Check user and password; on ghcr.io the job needs `packages: write`.",
	},
	"options/baseline": {
		meaning: "A lint baseline cannot be read.",
		fix: "Write it again with `--update-baseline`.",
		see: "lint.md",
	},
	"options/build-secrets": {
		meaning: "`build-secrets` or `build-secret-names` cannot be read, or names are missing.",
		fix: "Write `NAME=value` lines or a JSON object, and list the names that builds may read.",
		see: "recipes.md#secrets-and-ssh-keys-for-builds",
	},
	"options/changed": {
		meaning: "`--changed` names a commit that is not in the clone.",
		fix: "Check out with `fetch-depth: 0`, or fetch that commit.",
	},
	"options/date": { meaning: "`--date` is not a date.", fix: "`commit`, `now`, or `2025-10-24T15:51:32Z`." },
	"options/login": {
		meaning: "A login lacks its user or password: a secret that is not there is blank.",
		fix: "Check the secret's name; a reusable workflow is handed it by `secrets:`.",
	},
	"options/ssh-keys": {
		meaning: "`ssh-keys` holds something else than private keys, or a key that ssh-add refuses.",
		fix: "Set the secret to the whole content of the key file; the key has no passphrase.",
		see: "recipes.md#secrets-and-ssh-keys-for-builds",
	},
	"options/value": {
		meaning: "An option or input has a value it cannot have, or is blank where blank would mean everything.",
		fix: "The message says what it takes.",
	},
	"plan/base-blocked": {
		meaning: "It is built from an image of the catalog that cannot be built.",
		fix: "Mend that one.",
	},
	"plan/base-platform": {
		meaning: "It is built from an image that is not made for one of its platforms.",
		fix: "Add the platform to the base.",
	},
	"plan/cycle": {
		meaning: "Images are built from each other in a circle.",
		fix: "Take one FROM or `COPY --from` out.",
	},
	"plan/matrix-size": {
		meaning: "The matrix is larger than GitHub passes on.",
		fix: "Plan a part at a time.",
		see: "recipes.md#large-repositories",
	},
	"plan/runners": {
		meaning: "More kinds of runner and platform than a matrix has jobs.",
		fix: "Let services share runners, or plan a part.",
	},
	"registry/bad-mirror": { meaning: "A mirror is none.", fix: "`docker.io=mirror.example/docker.io`." },
	"registry/bad-reference": { meaning: "An image reference is none.", fix: "Mend the FROM line or the catalog." },
	"registry/credential-helper": {
		meaning: "Docker's credential helper fails.",
		fix: "`docker logout` and `docker login`, or take the helper out of Docker's config.",
	},
	"registry/denied": {
		meaning: "The registry refuses.",
		fix: "`docker login`, with an account that may. On ghcr.io the job needs `permissions: packages: write`, and a package that exists already has to give the repository the role Write (its settings, Manage Actions access). `lucid doctor` checks every service.",
	},
	"registry/docker-config": {
		meaning: "Docker's config.json cannot be read.",
		fix: "Mend it, or remove it and log in again.",
	},
	"registry/mismatch": {
		meaning: "Bytes do not have the digest they should. Never retried.",
		fix: "Something between here and the registry changes them: a proxy, a broken mirror.",
	},
	"registry/no-platform": {
		meaning: "An image is there, and not for this platform.",
		fix: "Take a base that is, or leave the platform out.",
	},
	"registry/not-found": {
		meaning: "An image is not there.",
		fix: "Mend its name or tag; a private one may look so without a login.",
		see: "recipes.md#private-base-images",
	},
	"registry/rate-limited": {
		meaning: "The registry limits the rate, and went on doing so.",
		fix: "Log in, or use a mirror.",
		see: "recipes.md#private-base-images",
	},
	"registry/refused": {
		meaning: "The registry does not accept a call.",
		fix: "What it said stands in the message. Amazon ECR and Google Artifact Registry create no repository at the first push: the message has the command.",
	},
	"registry/unavailable": {
		meaning: "The registry fails, and went on failing.",
		fix: "Run it again later: what is done is found.",
	},
	"registry/unreachable": {
		meaning: "The registry does not answer at all.",
		fix: "Check its name, the network and the proxy; the message says which of them. `lucid doctor` asks the registry alone.",
	},
	"requirements/missing-file": {
		meaning: "A requirements file that is installed is not there.",
		fix: "Mend the path, or copy it first.",
	},
	"requirements/syntax": { meaning: "A requirements file cannot be read as pip does.", fix: "The line is named." },
	"select/phase": { meaning: "There is no such phase.", fix: "One of those that are named." },
	"select/platform": { meaning: "No service is made for this platform.", fix: "Add it to `platforms`." },
	"select/service": {
		meaning: "No service has this name, or it is only planned.",
		fix: "One of those that are named.",
	},
	"tags/both": {
		meaning: "A tag would be written once and moved at the same time.",
		fix: "Take one of its rules out.",
		see: "tags.md",
	},
	"tags/flavor": {
		meaning: "`flavor` cannot be applied.",
		fix: "What is wrong with it is named.",
		see: "tags.md#flavor",
	},
	"tags/illegal": { meaning: "A rule gives what is not a tag.", fix: "At most 128 letters, digits, `_`, `.` and `-`." },
	"tags/silent": {
		meaning: "A rule about git tags gave no service a tag, although the run is of a git tag.",
		fix: "Compare its `match=` or `pattern=` with the git tag: [Git tags of one component](tags.md#git-tags-of-one-component).",
	},
	"tags/rule": {
		meaning: "A rule cannot be applied to this commit.",
		fix: "What is wrong with it is named.",
		see: "tags.md",
	},
	"build/not-checked-out": {
		meaning:
			"An image is to be built where the sparse checkout skips files that it takes. A plan needs only git's objects, a build the bytes.",
		fix: "Check out everything in the job that builds, or add the folder: `git sparse-checkout add FOLDER`.",
		see: "fingerprint.md#files",
	},
	"build/provenance": {
		meaning: "`provenance: max` would show the values of build arguments to everybody who has the image.",
		fix: "Take `min`, or hand the value over under `secrets`.",
		see: "build.md#attestations",
	},
	"github/disabled": {
		meaning: "Issues are switched off in this repository.",
		fix: "Switch them on, or leave `issue` out.",
	},
	"github/permission": {
		meaning: "The job's token may not do this.",
		fix: "Add the permission that is named to the job.",
		see: "comments.md#when-github-refuses",
	},
	"github/rate-limit": {
		meaning: "The token has asked GitHub too often.",
		fix: "Run the job again at the time that is named.",
	},
	"github/refused": {
		meaning: "GitHub refuses for another reason, which it says.",
		fix: "What it said stands in the message.",
	},
	"github/token": { meaning: "The token is not valid.", fix: "Leave `github-token` out for the job's own." },
	"github/unreachable": { meaning: "GitHub does not answer.", fix: "Run the job again." },
	"internal/fault": { meaning: "A fault in the action itself.", fix: "Please report it, with the log." },
	"lucid/fault": { meaning: "A fault in lucid itself.", fix: "`LUCID_DEBUG=1` shows where; please report it." },
	"publish/content": {
		meaning: "Under a content tag there is another image than the one that was built and tried.",
		fix: "Somebody else pushes there: see who may, then build with `--force`.",
		see: "publish.md#the-protocol",
	},
	"publish/exception": {
		meaning: "`despite-smoke` lacks its `reason`, or is about more than one service.",
		fix: "Name one service and say why: `lucid publish api --despite-smoke --reason TEXT`.",
		see: "publish.md",
	},
	"publish/immutable": {
		meaning: "A tag that is written once names another commit's image.",
		fix: "A new version number, or another rule.",
		see: "publish.md#running-again",
	},
	"publish/index-gone": {
		meaning: "What was published last is not there any more.",
		fix: "Run the newest commit's workflow again; see what deletes images.",
	},
	"publish/ledger": {
		meaning: "The record beside a floating tag cannot be read.",
		fix: "See what wrote it; removing that tag starts the history anew.",
		see: "publish.md#the-ledger",
	},
	"publish/not-shown": {
		meaning: "The registry accepted a tag and does not show it.",
		fix: "Publish again: what is done is kept.",
	},
	"publish/relabel": {
		meaning: "The image of a release could not be given its label, or came out another one.",
		fix: "Publish again; build it again where a manifest is gone.",
	},
	"publish/unconfirmed": {
		meaning: "A tag may have moved, and that could not be confirmed.",
		fix: "Publish again: what is done is kept.",
	},
	"sign/failed": {
		meaning: "cosign could not sign.",
		fix: "What it said stands in the message.",
		see: "publish.md#signing",
	},
	"sign/key": { meaning: "There is no key to sign with.", fix: "Name it with `sign-key`.", see: "publish.md#signing" },
	"sign/no-cosign": {
		meaning: "cosign is not installed.",
		fix: "Install it in a step before.",
		see: "publish.md#signing",
	},
	"sign/unverified": {
		meaning: "A signature does not verify as anybody would verify it.",
		fix: "See that identity and key are the ones that are expected.",
		see: "publish.md#signing",
	},
	"stage/timeout": {
		meaning: "A stage was not done within its `timeout`. Its results so far are kept.",
		fix: "The last lines of its log show what it waited for. Where it needs longer, raise `timeout` and the step's `timeout-minutes`.",
		see: "github.md#a-job-that-hangs",
	},
};
