export const id=8511
export const ids=[8511]
export const modules={8511:((e,t,r)=>{r.r(t)
r.d(t,{main:()=>main})
var s=r(48179)
var n=r(66535)
var o=r(56008)
var i=r(42812)
var a=r(14826)
var d=r(40641)
var l=r(11280)
var c=r(66056)
var h=r(57975)
function paintFor(e,t=process.env){if(t.FORCE_COLOR===undefined&&t.CI)return(e,t)=>t
return(t,r)=>(0,h.styleText)(t,r,{stream:e})}var u=r(61567)
var p=r(48791)
var f=r(61e3)
const m={run:{title:"Lucid Build",summary:"Plan, build, smoke and publish the images of a service catalog",detail:"All stages one after another: what has to be built is built and pushed by digest, started and probed, and only then tagged. With `service` it does one part of a matrix."},plan:{title:"Lucid Plan",summary:"Say which images have to be built, and why",detail:"Compares what each image is made of with what the registry holds. Builds nothing, pushes nothing. In a workflow it gives the matrix for the jobs that build."},lint:{title:"Lucid Lint",summary:"Check the catalog, its Dockerfiles and requirements",detail:"Finds what would break a build or a container later, with file, line and fix. Needs no engine; where there is one, BuildKit's own checks are in the same list. The rules, baselines and code scanning are in docs/lint.md."},build:{title:"Lucid Build Images",summary:"Build what the plan says and push it by digest",detail:"One call of BuildKit for all images. Each is pushed under a tag made of its fingerprint, never under a floating tag, and then checked as the registry holds it."},verify:{title:"Lucid Verify",summary:"Look at the pushed images as the registry holds them",detail:"Reads every layer once and checks what really arrived: platform and machine code, user, labels, base, entrypoint, packages, shells, secrets, size (docs/verify.md). `build` does the same for what it has just built."},smoke:{title:"Lucid Smoke",summary:"Start the pushed images and probe every health endpoint",detail:"Starts the images by digest on the wanted platform with Docker Compose, probes them from outside, and removes everything again. Host ports are ephemeral, so nothing collides."},publish:{title:"Lucid Publish",summary:"Give the digests their tags, floating ones last",detail:"Writes the tags of this commit, then moves floating tags, only to digests that passed smoke and only forward. Running it again completes what was left."},report:{title:"Lucid Report",summary:"Tell what happened, as a page and a summary",detail:"Reads the documents of the other stages, of one run or of all legs of a matrix; each service has a row, and what is missing is told as missing. Goes by the plan that was left with them, and makes a new one only where there is none (docs/report.md). Exits with the verdict on the run."},bake:{title:"Lucid Bake",summary:"Print the bake definition, for use with docker buildx bake alone",detail:"The definition of all that is selected, whether the registry has it or not. Builds nothing."},"verify-host":{title:"Lucid Verify Host",summary:"Say which published images a machine has, and whether they run there",detail:"Compares what the registry holds under each floating tag with what the engine has: present, old or absent. What is there is started and probed as by smoke, beside whatever runs there already. Pulls nothing."},init:{title:"Lucid Init",summary:"Propose a catalog and workflows for this repository",detail:"Finds Dockerfiles and Compose files, works out contexts, ports, health checks, needs and who is FROM whom, and writes `lucid.yml`, a workflow for pushes and one for the night. Says what it guessed and from what. Never writes over a file that is there."},doctor:{title:"Lucid Doctor",summary:"Check this machine, and say how to mend what is missing",detail:"Looks at Node, git, the engine with its image store, buildx, Compose, emulation for the catalog's platforms, the registry and the login to it, and disk space. Changes nothing, and works where none of it is installed."},setup:{title:"Lucid Setup",summary:"Make Docker ready to build for the wanted platforms",detail:"Checks engine, buildx and Compose; registers QEMU only for platforms that do not run yet; creates a builder or logs in only where asked or needed. At the end of the job it takes back what it did. What each step took is printed (docs/setup.md)."}}
var g=r(11011)
const w=["run",...f.hL.filter(e=>e!=="setup"&&e!=="run")]
function program(e){const t=new s.uB("lucid").description("Plan, build, smoke and publish a repository's container images from one catalog, arm64 first.").version(g.r,"-V, --version","Print the version.").helpOption("-h, --help","Print this help.").helpCommand(false).showHelpAfterError("(see --help)").addHelpText("after",exitHelp())
for(const r of w)t.addCommand(subcommand(r,e))
t.addCommand(completion(t))
return t}function completion(e){return new s.uB("completion").summary("Print a script that completes commands and options").description("Print a script that completes commands and options: source <(lucid completion bash)").helpOption("-h, --help","Print this help.").addArgument(new s.ef("<shell>","The shell that is to read it.").choices(["bash","zsh","fish"])).action(async t=>{const{completionScript:s}=await r.e(6350).then(r.bind(r,16350))
process.stdout.write(s(t,e))})}function subcommand(e,t){const{summary:r,detail:n}=m[e]
const o=(0,f.cz)(e,"command")
const i=o.find(({name:e})=>e==="service")
const a=new s.uB(e).summary(r).description(`${r}.\n\n${n}`).helpOption("-h, --help","Print this help.").showHelpAfterError(`(see lucid ${e} --help)`).addHelpText("after",exitHelp())
if(i!==undefined)a.argument("[service...]",i.description)
for(const e of o)if(e!==i)a.addOption(toCommandOption(e))
return a.action((...r)=>{const s=i===undefined?[]:r[0]
const n=r[i===undefined?0:1]
return t(e,{...rawValues(o,n),...s.length>0&&{service:s}})})}function toCommandOption(e){const{short:t,name:r,kind:n,placeholder:o="value"}=e
const i=n==="flag"?"":e.choices?` <${e.choices.join("|")}>`:` <${o}>`
const a=`${t?`-${t}, `:""}--${onByDefault(e)?"no-":""}${r}${i}`
const d=new s.c$(a,`${e.offDescription??e.description}${hint(e)}`)
if(n==="list"||n==="lines"||n==="pairs")d.argParser((e,t=[])=>[...t,e])
return d}const onByDefault=({kind:e,default:t})=>e==="flag"&&t==="true"
function hint(e){const t=[e.default!==undefined&&e.kind!=="flag"&&`default: ${e.default}`,e.env&&`env: ${e.env}`].filter(Boolean)
return t.length>0?` (${t.join(", ")})`:""}function rawValues(e,t){return Object.fromEntries(e.map(e=>{const r=toCommandOption(e)
const s=t[r.attributeName()]
if(r.negate)return[e.name,s===false?!onByDefault(e):undefined]
return[e.name,s]}))}function exitHelp(){return`\nExit codes:\n${d.hS.map(({code:e,meaning:t})=>`  ${String(e).padEnd(4)} ${t}`).join("\n")}`}var y=r(23423)
function canRewrite({isTTY:e,env:t}){return e===true&&t.TERM!=="dumb"&&!t.CI}function logScreen(e){const t=(0,y.A)(e)
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
process.exitCode=t.exitCode===0||e.length===0?d.NS.fine:d.NS.usage}await Promise.all([process.stdout,process.stderr].map(flushed))
process.exit()}function lost({code:e,message:t}){if(e==="EPIPE")process.exit(process.exitCode??d.NS.fine)
process.stderr.write(`error: the result cannot be written: ${t}\n`)
process.exit(d.NS.environment)}function flushed(e){return new Promise(t=>e.write("",()=>t()))}async function start(e,t){const r={stack:[],error:void 0,hasError:false}
try{const s=t.json===true
const o=paintFor(process.stderr)
const h=await openScreen(o,t.progress==="plain"?"plain":"auto")
const f=b(r,(0,l.Y)(h.line),false)
const m=(0,c.B)({progress:h.progress,log:e=>(0,i.vL)(e).forEach(h.line),signal:f.signal})
try{const r={stack:[],error:void 0,hasError:false}
try{const o=(0,p.A)(t,m)
const i=b(r,(0,n.LH)(f.signal,o.timeout,e),false)
const d={...m,signal:i.signal}
const{document:l,documents:c,exitCode:g}=await(0,u.S)(e,o,d)
h.stop()
if(s||e==="bake"||o.print)print(l)
else process.stdout.write(`${(0,a.q)(c,paintFor(process.stdout),columns())}\n`)
process.exitCode=g}catch(e){r.error=e
r.hasError=true}finally{v(r)}}catch(e){h.stop()
if(!f.signal.aborted)tell(e,o,s)
process.exitCode=(0,d.LL)(e)}if(f.signal.aborted)process.exitCode=d.NS.interrupted}catch(e){r.error=e
r.hasError=true}finally{v(r)}}async function openScreen(e,t){const now=()=>performance.now()
const{stderr:s,env:n}=process
if(t==="plain"||!canRewrite({isTTY:s.isTTY,env:n}))return logScreen({mode:t,write:e=>s.write(`${e}\n`),now:now})
const{liveScreen:o}=await Promise.all([r.e(5872),r.e(4637)]).then(r.bind(r,67018))
return o(s,e,now)}function tell(e,t,r){if(e instanceof o.yo){process.stderr.write(`${(0,a.f)(e.problems,t)}\n`)
if(r)print({kind:"lucid.error",version:1,problems:e.problems})
return}const s=process.env.LUCID_DEBUG&&e instanceof Error?e.stack:undefined
const n=s??(e instanceof Error?e.message:String(e))
process.stderr.write(`${t("red","error:")} ${n}\n`)
if(s===undefined)process.stderr.write("This is a fault in lucid itself. LUCID_DEBUG=1 shows where.\n")
if(r)print({kind:"lucid.error",version:1,problems:[{code:"lucid/fault",message:n}]})}const print=e=>process.stdout.write(`${JSON.stringify(e,undefined,"\t")}\n`)
const columns=()=>process.stdout.isTTY?process.stdout.columns:Number.POSITIVE_INFINITY}),11011:((e,t,r)=>{r.d(t,{r:()=>s})
const s="0.1.0"})}
