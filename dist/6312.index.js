export const id=6312
export const ids=[6312]
export const modules={66312:((e,t,r)=>{r.r(t)
r.d(t,{main:()=>main})
var s=r(48179)
var n=r(69838)
var o=r(44174)
var i=r(57975)
function paintFor(e,t=process.env){if(t.FORCE_COLOR===undefined&&t.CI)return(e,t)=>t
return(t,r)=>(0,i.styleText)(t,r,{stream:e})}var a=r(93651)
var c=r(40318)
var d=r(85465)
var l=r(68261)
var u=r(40425)
var h=r(87096)
var p=r(80244)
var m=r(17912)
const f={run:{title:"Lucid Build",summary:"Plan, build, smoke and publish the images of a service catalog",detail:"Runs all stages one after another: builds the images that have to be built, pushes them by digest, starts and probes them, and only then tags them. With `service` it runs one part of a matrix."},plan:{title:"Lucid Plan",summary:"Decide which images have to be built, and why",detail:"Compares the inputs of each image with the registry. Builds nothing, pushes nothing. In a workflow it outputs the matrix for the build jobs."},lint:{title:"Lucid Lint",summary:"Check the catalog, its Dockerfiles and requirements",detail:"Finds problems that would break a build or a container later, with file, line and fix. Needs no engine; with one, BuildKit's own checks are in the same list. Rules, baselines and code scanning are in docs/lint.md."},build:{title:"Lucid Build Images",summary:"Build the images of the plan and push them by digest",detail:"Builds all images with one BuildKit call. Pushes each under a tag made of its fingerprint, never under a floating tag, and then checks it in the registry."},verify:{title:"Lucid Verify",summary:"Check the pushed images in the registry",detail:"Reads every layer once and checks its content: platform and machine code, user, labels, base, entrypoint, packages, shells, secrets, size (docs/verify.md). `build` does the same for the images that it builds."},smoke:{title:"Lucid Smoke",summary:"Start the pushed images and probe every health endpoint",detail:"Starts the images by digest on the target platform with Docker Compose, probes them from outside, and removes everything again. Host ports are ephemeral, so they never conflict."},publish:{title:"Lucid Publish",summary:"Write the tags of the images, floating tags last",detail:"Writes the tags of this commit, then moves floating tags, only to digests that passed smoke and only forward. A second run completes an interrupted one."},report:{title:"Lucid Report",summary:"Report the results as a page and a summary",detail:"Reads the documents of the other stages, of one run or of all legs of a matrix. Each service has a row, and missing results are marked as missing. Uses the plan of the run, and makes a new one only if there is none (docs/report.md). Exits with the verdict of the run."},bake:{title:"Lucid Bake",summary:"Print the bake definition, for use with docker buildx bake alone",detail:"Prints the definition of all selected images, whether the registry has them or not. Builds nothing."},"verify-host":{title:"Lucid Verify Host",summary:"Check which published images a machine has, and whether they run there",detail:"Compares each floating tag in the registry with the engine's images: present, old or absent. Starts and probes the present images like smoke, beside the running containers. Pulls nothing."},init:{title:"Lucid Init",summary:"Propose a catalog and workflows for this repository",detail:"Finds Dockerfiles and Compose files, determines contexts, ports, health checks, needs and base images, and writes `lucid.yml`, a workflow for pushes and one for nightly runs. Shows what it guessed and from what. Never overwrites a file."},doctor:{title:"Lucid Doctor",summary:"Report what is missing on this machine, and how to fix it",detail:"Checks Node, git, the engine with its image store, buildx, Compose, emulation for the catalog's platforms, the registry, the login and its permission to push each image, and disk space. Changes nothing, and works even if none of these is installed."},setup:{title:"Lucid Setup",summary:"Prepare Docker to build for the target platforms",detail:"Checks engine, buildx and Compose; registers QEMU only for platforms that do not run yet; creates a builder or logs in only if requested or needed. Reverts its changes at the end of the job. Prints the time of each step (docs/setup.md)."}}
var g=r(89348)
const y=["run",...m.hL.filter(e=>e!=="setup"&&e!=="run")]
function program(e){const t=new s.uB("lucid").description("Plan, build, smoke and publish a repository's container images from one catalog, arm64 first.").version(g.r,"-V, --version","Print the version.").helpOption("-h, --help","Print this help.").helpCommand(false).showHelpAfterError("(see --help)").addHelpText("after",exitHelp())
for(const r of y)t.addCommand(subcommand(r,e))
t.addCommand(completion(t))
return t}function completion(e){return new s.uB("completion").summary("Print a script that completes commands and options").description("Print a script that completes commands and options: source <(lucid completion bash)").helpOption("-h, --help","Print this help.").addArgument(new s.ef("<shell>","The shell.").choices(["bash","zsh","fish"])).action(async t=>{const{completionScript:s}=await r.e(4911).then(r.bind(r,34911))
process.stdout.write(s(t,e))})}function subcommand(e,t){const{summary:r,detail:n}=f[e]
const o=(0,m.cz)(e,"command")
const i=o.find(({name:e})=>e==="service")
const a=new s.uB(e).summary(r).description(`${r}.\n\n${n}`).helpOption("-h, --help","Print this help.").showHelpAfterError(`(see lucid ${e} --help)`).addHelpText("after",exitHelp())
if(i!==undefined)a.argument("[service...]",i.description)
for(const e of o)if(e!==i)a.addOption(toCommandOption(e))
return a.action((...r)=>{const s=i===undefined?[]:r[0]
const n=r[i===undefined?0:1]
return t(e,{...rawValues(o,n),...s.length>0&&{service:s}})})}function toCommandOption(e){const{short:t,name:r,kind:n,placeholder:o="value"}=e
const i=n==="flag"?"":e.choices?` <${e.choices.join("|")}>`:` <${o}>`
const a=`${t?`-${t}, `:""}--${isOnByDefault(e)?"no-":""}${r}${i}`
const c=new s.c$(a,`${e.offDescription??e.description}${hint(e)}`)
if(n==="list"||n==="lines"||n==="pairs")c.argParser((e,t=[])=>[...t,e])
return c}const isOnByDefault=({kind:e,default:t})=>e==="flag"&&t==="true"
function hint(e){const t=[e.default!==undefined&&e.kind!=="flag"&&`default: ${e.default}`,e.env&&`env: ${e.env}`].filter(Boolean)
return t.length>0?` (${t.join(", ")})`:""}function rawValues(e,t){return Object.fromEntries(e.map(e=>{const r=toCommandOption(e)
const s=t[r.attributeName()]
if(r.negate)return[e.name,s===false?!isOnByDefault(e):undefined]
return[e.name,s]}))}function exitHelp(){return`\nExit codes:\n${u.hS.map(({code:e,meaning:t})=>`  ${String(e).padEnd(4)} ${t}`).join("\n")}`}var w=r(26617)
function canRewrite({isTTY:e,env:t}){return e===true&&t.TERM!=="dumb"&&!t.CI}function logScreen(e){const t=(0,w.A)(e)
return{progress:t.progress,line:t.line,stop:()=>t[Symbol.dispose]()}}var b=undefined&&undefined.__addDisposableResource||function(e,t,r){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,n
if(r){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(r)n=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(n)s=function(){try{n.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:r})}else if(r){e.stack.push({async:true})}return t}
var v=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(r){t.error=t.hasError?new e(r,t.error,"An error was suppressed during disposal."):r
t.hasError=true}var r,s=0
function next(){while(r=t.stack.pop()){try{if(!r.async&&s===1)return s=0,t.stack.push(r),Promise.resolve().then(next)
if(r.dispose){var e=r.dispose.call(r.value)
if(r.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,r){var s=new Error(r)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function main(e=process.argv.slice(2)){process.stdout.on("error",lost)
process.stderr.on("error",()=>undefined)
const t=program(start)
for(const e of[t,...t.commands])e.exitOverride()
try{if(e.length===0)t.help()
await t.parseAsync(e,{from:"user"})}catch(t){if(!(t instanceof s.b7))throw t
process.exitCode=t.exitCode===0||e.length===0?u.NS.fine:u.NS.usage}await Promise.all([process.stdout,process.stderr].map(flushed))
process.exit()}function lost({code:e,message:t}){if(e==="EPIPE")process.exit(process.exitCode??u.NS.fine)
process.stderr.write(`error: the result cannot be written: ${t}\n`)
process.exit(u.NS.environment)}function flushed(e){return new Promise(t=>e.write("",()=>t()))}async function start(e,t){const r={stack:[],error:void 0,hasError:false}
try{const s=t.json===true
const i=paintFor(process.stderr)
const d=await openScreen(i,t.progress==="plain"?"plain":"auto")
const m=b(r,(0,h.Y)(d.line),false)
const f=(0,p.og)({progress:d.progress,log:e=>(0,l.X$)(e).forEach(d.line),signal:m.signal})
try{const r={stack:[],error:void 0,hasError:false}
try{const i=(0,o.A)(t,f)
const l=b(r,(0,c.LH)(m.signal,i.timeout,e),false)
const u=(0,n.Jm)(undefined,i.buildSecretNames,process.env)
const h={...f,signal:l.signal,secrets:u}
const{document:g,documents:y,exitCode:w}=await(0,p.Si)(e,i,h)
d.stop()
if(s||e==="bake"||i.print)print(g)
else process.stdout.write(`${(0,a.q)(y,paintFor(process.stdout),columns())}\n`)
process.exitCode=w}catch(e){r.error=e
r.hasError=true}finally{v(r)}}catch(e){d.stop()
if(!m.signal.aborted)reportError(e,i,s)
process.exitCode=(0,u.LL)(e)}if(m.signal.aborted)process.exitCode=u.NS.interrupted}catch(e){r.error=e
r.hasError=true}finally{v(r)}}async function openScreen(e,t){const now=()=>performance.now()
const{stderr:s,env:n}=process
if(t==="plain"||!canRewrite({isTTY:s.isTTY,env:n}))return logScreen({mode:t,write:e=>s.write(`${e}\n`),now:now})
const{liveScreen:o}=await Promise.all([r.e(5872),r.e(1544)]).then(r.bind(r,89163))
return o(s,e,now)}function reportError(e,t,r){if(e instanceof d.yo){process.stderr.write(`${(0,a.f)(e.problems,t)}\n`)
if(r)print({kind:"lucid.error",version:1,problems:e.problems})
return}const s=process.env.LUCID_DEBUG&&e instanceof Error?e.stack:undefined
const n=s??(e instanceof Error?e.message:String(e))
process.stderr.write(`${t("red","error:")} ${n}\n`)
if(s===undefined)process.stderr.write("This is a bug in lucid. LUCID_DEBUG=1 shows where.\n")
if(r)print({kind:"lucid.error",version:1,problems:[{code:"lucid/fault",message:n}]})}const print=e=>process.stdout.write(`${JSON.stringify(e,undefined,"\t")}\n`)
const columns=()=>process.stdout.isTTY?process.stdout.columns:Number.POSITIVE_INFINITY}),89348:((e,t,r)=>{r.d(t,{r:()=>s})
const s="0.1.0"})}
