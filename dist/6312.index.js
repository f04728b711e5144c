export const id=6312
export const ids=[6312]
export const modules={66312:((e,t,n)=>{n.r(t)
n.d(t,{main:()=>main})
var s=n(48179)
var r=n(44174)
var i=n(57975)
function paintFor(e,t=process.env){if(t.FORCE_COLOR===undefined&&t.CI)return(e,t)=>t
return(t,n)=>(0,i.styleText)(t,n,{stream:e})}var o=n(93651)
var a=n(40318)
var c=n(85465)
var d=n(68261)
var l=n(40425)
var u=n(87096)
var f=n(80244)
var h=n(17912)
const p={run:{title:"Lucid Build",summary:"Plan, build, smoke and publish the images of a service catalog",detail:"Runs all stages one after another: builds the images that have to be built, pushes them by digest, starts and probes them, and only then tags them. With `service` it runs one part of a matrix."},plan:{title:"Lucid Plan",summary:"Decide which images have to be built, and why",detail:"Compares the inputs of each image with the registry. Builds nothing, pushes nothing. In a workflow it outputs the matrix for the build jobs."},lint:{title:"Lucid Lint",summary:"Check the catalog, its Dockerfiles and requirements",detail:"Finds problems that would break a build or a container later, with file, line and fix. Needs no engine; with one, BuildKit's own checks are in the same list. Rules, baselines and code scanning are in docs/lint.md."},build:{title:"Lucid Build Images",summary:"Build the images of the plan and push them by digest",detail:"Builds all images with one BuildKit call. Pushes each under a tag made of its fingerprint, never under a floating tag, and then checks it in the registry."},verify:{title:"Lucid Verify",summary:"Check the pushed images in the registry",detail:"Reads every layer once and checks its content: platform and machine code, user, labels, base, entrypoint, packages, shells, secrets, size (docs/verify.md). `build` does the same for the images that it builds."},smoke:{title:"Lucid Smoke",summary:"Start the pushed images and probe every health endpoint",detail:"Starts the images by digest on the target platform with Docker Compose, probes them from outside, and removes everything again. Host ports are ephemeral, so they never conflict."},publish:{title:"Lucid Publish",summary:"Write the tags of the images, floating tags last",detail:"Writes the tags of this commit, then moves floating tags, only to digests that passed smoke and only forward. A second run completes an interrupted one."},report:{title:"Lucid Report",summary:"Report the results as a page and a summary",detail:"Reads the documents of the other stages, of one run or of all legs of a matrix. Each service has a row, and missing results are marked as missing. Uses the plan of the run, and makes a new one only if there is none (docs/report.md). Exits with the verdict of the run."},bake:{title:"Lucid Bake",summary:"Print the bake definition, for use with docker buildx bake alone",detail:"Prints the definition of all selected images, whether the registry has them or not. Builds nothing."},"verify-host":{title:"Lucid Verify Host",summary:"Check which published images a machine has, and whether they run there",detail:"Compares each floating tag in the registry with the engine's images: present, old or absent. Starts and probes the present images like smoke, beside the running containers. Pulls nothing."},init:{title:"Lucid Init",summary:"Propose a catalog and workflows for this repository",detail:"Finds Dockerfiles and Compose files, determines contexts, ports, health checks, needs and base images, and writes `lucid.yml`, a workflow for pushes and one for nightly runs. Shows what it guessed and from what. Never overwrites a file."},doctor:{title:"Lucid Doctor",summary:"Report what is missing on this machine, and how to fix it",detail:"Checks Node, git, the engine with its image store, buildx, Compose, emulation for the catalog's platforms, the registry, the login and its permission to push each image, and disk space. Changes nothing, and works even if none of these is installed."},setup:{title:"Lucid Setup",summary:"Prepare Docker to build for the target platforms",detail:"Checks engine, buildx and Compose; registers QEMU only for platforms that do not run yet; creates a builder or logs in only if requested or needed. Reverts its changes at the end of the job. Prints the time of each step (docs/setup.md)."}}
var m=n(89348)
const g=["run",...h.hL.filter(e=>e!=="setup"&&e!=="run")]
function program(e){const t=new s.uB("lucid").description("Plan, build, smoke and publish a repository's container images from one catalog, arm64 first.").version(m.r,"-V, --version","Print the version.").helpOption("-h, --help","Print this help.").helpCommand(false).showHelpAfterError("(see --help)").addHelpText("after",exitHelp())
for(const n of g)t.addCommand(subcommand(n,e))
t.addCommand(completion(t))
return t}function completion(e){return new s.uB("completion").summary("Print a script that completes commands and options").description("Print a script that completes commands and options: source <(lucid completion bash)").helpOption("-h, --help","Print this help.").addArgument(new s.ef("<shell>","The shell.").choices(["bash","zsh","fish"])).action(async t=>{const{completionScript:s}=await n.e(4911).then(n.bind(n,34911))
process.stdout.write(s(t,e))})}function subcommand(e,t){const{summary:n,detail:r}=p[e]
const i=(0,h.cz)(e,"command")
const o=i.find(({name:e})=>e==="service")
const a=new s.uB(e).summary(n).description(`${n}.\n\n${r}`).helpOption("-h, --help","Print this help.").showHelpAfterError(`(see lucid ${e} --help)`).addHelpText("after",exitHelp())
if(o!==undefined)a.argument("[service...]",o.description)
for(const e of i)if(e!==o)a.addOption(toCommandOption(e))
return a.action((...n)=>{const s=o===undefined?[]:n[0]
const r=n[o===undefined?0:1]
return t(e,{...rawValues(i,r),...s.length>0&&{service:s}})})}function toCommandOption(e){const{short:t,name:n,kind:r,placeholder:i="value"}=e
const o=r==="flag"?"":e.choices?` <${e.choices.join("|")}>`:` <${i}>`
const a=`${t?`-${t}, `:""}--${isOnByDefault(e)?"no-":""}${n}${o}`
const c=new s.c$(a,`${e.offDescription??e.description}${hint(e)}`)
if(r==="list"||r==="lines"||r==="pairs")c.argParser((e,t=[])=>[...t,e])
return c}const isOnByDefault=({kind:e,default:t})=>e==="flag"&&t==="true"
function hint(e){const t=[e.default!==undefined&&e.kind!=="flag"&&`default: ${e.default}`,e.env&&`env: ${e.env}`].filter(Boolean)
return t.length>0?` (${t.join(", ")})`:""}function rawValues(e,t){return Object.fromEntries(e.map(e=>{const n=toCommandOption(e)
const s=t[n.attributeName()]
if(n.negate)return[e.name,s===false?!isOnByDefault(e):undefined]
return[e.name,s]}))}function exitHelp(){return`\nExit codes:\n${l.hS.map(({code:e,meaning:t})=>`  ${String(e).padEnd(4)} ${t}`).join("\n")}`}var y=n(26617)
function canRewrite({isTTY:e,env:t}){return e===true&&t.TERM!=="dumb"&&!t.CI}function logScreen(e){const t=(0,y.A)(e)
return{progress:t.progress,line:t.line,stop:()=>t[Symbol.dispose]()}}var w=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var b=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function main(e=process.argv.slice(2)){process.stdout.on("error",lost)
process.stderr.on("error",()=>undefined)
const t=program(start)
for(const e of[t,...t.commands])e.exitOverride()
try{if(e.length===0)t.help()
await t.parseAsync(e,{from:"user"})}catch(t){if(!(t instanceof s.b7))throw t
process.exitCode=t.exitCode===0||e.length===0?l.NS.fine:l.NS.usage}await Promise.all([process.stdout,process.stderr].map(flushed))
process.exit()}function lost({code:e,message:t}){if(e==="EPIPE")process.exit(process.exitCode??l.NS.fine)
process.stderr.write(`error: the result cannot be written: ${t}\n`)
process.exit(l.NS.environment)}function flushed(e){return new Promise(t=>e.write("",()=>t()))}async function start(e,t){const n={stack:[],error:void 0,hasError:false}
try{const s=t.json===true
const i=paintFor(process.stderr)
const c=await openScreen(i,t.progress==="plain"?"plain":"auto")
const h=w(n,(0,u.Y)(c.line),false)
const p=(0,f.og)({progress:c.progress,log:e=>(0,d.X$)(e).forEach(c.line),signal:h.signal})
try{const n={stack:[],error:void 0,hasError:false}
try{const i=(0,r.A)(t,p)
const d=w(n,(0,a.LH)(h.signal,i.timeout,e),false)
const l={...p,signal:d.signal}
const{document:u,documents:m,exitCode:g}=await(0,f.Si)(e,i,l)
c.stop()
if(s||e==="bake"||i.print)print(u)
else process.stdout.write(`${(0,o.q)(m,paintFor(process.stdout),columns())}\n`)
process.exitCode=g}catch(e){n.error=e
n.hasError=true}finally{b(n)}}catch(e){c.stop()
if(!h.signal.aborted)reportError(e,i,s)
process.exitCode=(0,l.LL)(e)}if(h.signal.aborted)process.exitCode=l.NS.interrupted}catch(e){n.error=e
n.hasError=true}finally{b(n)}}async function openScreen(e,t){const now=()=>performance.now()
const{stderr:s,env:r}=process
if(t==="plain"||!canRewrite({isTTY:s.isTTY,env:r}))return logScreen({mode:t,write:e=>s.write(`${e}\n`),now:now})
const{liveScreen:i}=await Promise.all([n.e(5872),n.e(1544)]).then(n.bind(n,89163))
return i(s,e,now)}function reportError(e,t,n){if(e instanceof c.yo){process.stderr.write(`${(0,o.f)(e.problems,t)}\n`)
if(n)print({kind:"lucid.error",version:1,problems:e.problems})
return}const s=process.env.LUCID_DEBUG&&e instanceof Error?e.stack:undefined
const r=s??(e instanceof Error?e.message:String(e))
process.stderr.write(`${t("red","error:")} ${r}\n`)
if(s===undefined)process.stderr.write("This is a bug in lucid. LUCID_DEBUG=1 shows where.\n")
if(n)print({kind:"lucid.error",version:1,problems:[{code:"lucid/fault",message:r}]})}const print=e=>process.stdout.write(`${JSON.stringify(e,undefined,"\t")}\n`)
const columns=()=>process.stdout.isTTY?process.stdout.columns:Number.POSITIVE_INFINITY}),42600:((e,t,n)=>{n.d(t,{Il:()=>Activity,Sv:()=>formatCurrentWork,ow:()=>subjectKey,zt:()=>formatCountdown})
var s=n(39893)
var r=n(65421)
var i=n(68261)
var o=n(16760)
var a=n(35257)
function subjectKey({stage:e,subject:t=""}){return`${e}\n${t}`}class Activity{#e
#t=new Map
constructor(e){this.#e=e}record(e){const{stage:t,subject:n,state:r,text:i,step:o,bytes:a,countdown:c}=e
const d=subjectKey(e)
const l=this.#t.get(d)
const u=l&&this.#e()-l.since
if(r==="done"||r==="failed"){this.#t.delete(d)
if(n===undefined&&l!==undefined)this.#n(l.since)
return u}const f=l??{...{stage:t,since:this.#e(),lastText:undefined,steps:new Map},...(0,s.s)({subject:n})}
this.#t.set(d,f)
if(r==="started")f.steps.clear()
if(o!==undefined)this.#s(f,o)
else if(i!==undefined||a!==undefined)f.lastText={...{name:i??f.lastText?.name??"",beside:0},...(0,s.s)({bytes:a,countdown:c})}
return u}active(){const e=[...this.#t].map(([e,{stage:t,subject:n,since:r,lastText:i,steps:o}])=>{const[a]=o.values()
const c=a===undefined?i:{...a,beside:o.size-1}
return{...{key:e,stage:t,since:r},...(0,s.s)({subject:n,work:c})}})
return[...e.filter(({work:e})=>e!==undefined),...e.filter(({work:e})=>e===undefined)]}#n(e){for(const[t,{subject:n,since:s}]of this.#t)if(n!==undefined&&s>=e)this.#t.delete(t)}#s({steps:e},{id:t,name:n,state:r,last:i,bytes:o}){if(r!=="running"){e.delete(t)
return}const{since:a=this.#e(),...c}=e.get(t)??{}
const d={...(0,s.s)({last:i,bytes:o})}
e.set(t,{...c,...d,name:n,since:a})}}function formatCountdown({until:e,next:t},n){const s=Math.max(0,Math.ceil((e-n)/1e3))
return`${t==="retry"?"retrying":"giving up"} in ${s<60?`${s} s`:(0,r.a3)(s*1e3)}`}function formatCurrentWork({subject:e,work:t},n,s){if(t===undefined)return e===undefined?"":"waiting"
const{name:c,since:d,bytes:l,countdown:u,beside:f}=t
const h=[l===undefined?"":`, ${(0,a.z3)(l)}`,d===undefined?"":` (${(0,r.a3)(n-d)})`,u===undefined?"":`; ${formatCountdown(u,n)}`,f>0?` and ${f} more`:""].join("")
return`${(0,o.A4)((0,i.g$)(c),Math.max(2,s-h.length))}${h}`}}),26617:((e,t,n)=>{n.d(t,{A:()=>logView})
var s=n(65421)
var r=n(68261)
var i=n(16760)
var o=n(42600)
var a=n(35257)
const every=(e,t)=>{const n=setInterval(t,e).unref()
return()=>clearInterval(n)}
const c=8e3
const d=16
const l=10
const u=2e3
function logView(e){const{mode:t,write:n,now:s,fold:r,silenceMs:i=c}=e
const u=new o.Il(s)
const f=new Map
const h=new Map
let p=s()
const say=e=>{p=s()
n(e)}
const m=new StepLines(say)
const look=()=>{if(t==="plain")m.flush()
const e=u.active()
const silentMs=({key:e,since:t})=>s()-(f.get(e)??t)
const n=e.filter(({subject:e})=>e!==undefined)
const r=n.some(e=>silentMs(e)>=i)
const o=r?n.filter(e=>silentMs(e)>=i/2):[]
const c=s()-p>=i?e.filter(({subject:e})=>e===undefined):[]
const d=o.length>0?o:c.slice(-1)
for(const e of d.slice(0,l))say((0,a.oz)({...e,text:runningText(e,s())},"running",s()-e.since))
if(d.length>l)say(`         and ${d.length-l} more`)
for(const{key:e}of d)f.set(e,s())}
const g=(e.every??every)(i/d,look)
const end=(e,i)=>{const o=(0,a.oz)(e,e.state,i)
const c=r!==undefined&&t==="auto"&&e.steps?.some(({state:e})=>e!=="failed")
p=s()
if(c)r(o,(0,a.mR)(e,"all"))
else n(o)
for(const s of(0,a.mR)(e,r||t==="plain"?"only failed":"failed"))n(s)}
return{progress:e=>{const n=(0,o.ow)(e)
const r=u.record(e)
if(e.state==="done"||e.state==="failed"){m.flush()
f.delete(n)
h.delete(n)
if(e.subject!==undefined)end(e,r)}else if((t==="plain"||isWait(e,s()))&&e.subject!==undefined){if(e.state==="started")h.delete(n)
const t=p
if(e.step!==undefined)m.take({...e,step:e.step})
else if(e.text!==undefined&&h.get(n)!==e.text){h.set(n,e.text)
say((0,a.oz)({...e,text:textWithCountdown(e,s())},"running",r))}if(p!==t)f.set(n,p)}},line:say,[Symbol.dispose]:()=>{g()
m.flush()}}}const isWait=({stage:e,countdown:t},n)=>e==="waiting"||t!==undefined&&t.until-n>f
const f=2e3
const textWithCountdown=({text:e="",countdown:t},n)=>t===undefined?e:`${e}; ${(0,o.zt)(t,n)}`
function runningText(e,t){const{last:n}=e.work??{}
const s=(0,o.Sv)(e,t,100)
return n===undefined?s:`${s}: ${(0,i.A4)((0,r.g$)(n.trim()),120)}`}class StepLines{#r
#i=new Map
#o=new Map
#a=new Set
constructor(e){this.#r=e}take(e){const{stage:t,subject:n="",step:i}=e
const{id:a,name:c,state:d,durationMs:l=0,lines:f=[]}=i
const h=(0,o.ow)(e)
const p=this.#i.get(a)??{number:this.#i.size+1,key:h,lines:0}
this.#i.set(a,p)
const m=`${t.padEnd(7)}  ${(0,r.g$)(n)}  #${p.number}`
const g=`${h}\n${a}`
if(!this.#a.has(g))this.#r(`${m} ${(0,r.g$)(c)}`)
this.#a.add(g)
this.#o.delete(g)
if(p.key===h)this.#c(p,m,f)
if(d==="running")return
const y=p.lines-u
const w=y>0&&p.key===h?`; ${(0,s.LS)(y,"line")} not shown`:""
const b=d==="cached"?"CACHED":`${d==="failed"?"ERROR":"DONE"} ${(l/1e3).toFixed(1)}s`
this.#o.set(g,`${m} ${b}${w}`)}flush(){for(const e of this.#o.values())this.#r(e)
this.#o.clear()}#c(e,t,n){for(const s of n){e.lines++
if(e.lines<=u)this.#r(`${t} | ${(0,r.g$)(s.slice(0,4e3))}`)
else if(e.lines===u+1)this.#r(`${t} | ... more than ${u} lines: the rest is not shown`)}}}}),35257:((e,t,n)=>{n.d(t,{mR:()=>stepLines,oz:()=>progressLine,z3:()=>formatBytes})
var s=n(65421)
var r=n(68261)
function progressLine({stage:e,subject:t="",text:n,bytes:i},o,a){const c=a===undefined?"":` ${(0,s.a3)(a)}`
const d=[e.padEnd(7),(0,r.g$)(t),`${o}${c}`,(0,r.g$)(n??""),i?formatBytes(i):""]
return d.filter(e=>e!=="").join("  ").trimEnd()}function formatBytes({done:e,total:t}){return t===undefined?(0,s.Xq)(e):`${(0,s.Xq)(e)} of ${(0,s.Xq)(t)}`}const i="         "
const o=4e3
function stepLines({steps:e=[]},t="failed"){return e.flatMap(({text:e,state:n,log:c,dropped:d=0})=>{if(t==="only failed"&&n!=="failed")return[]
if(t==="failed"&&(n==="cached"||e.startsWith("0.0s")))return[]
const l=t==="all"?c:n==="failed"?c.slice(-a):[]
const u=t==="all"?d:0
return[`${i}${(0,r.g$)(e)}`,...u>0?[`${i}  (${(0,s.LS)(u,"earlier line")} not kept)`]:[],...l.map(e=>`${i}  | ${(0,r.g$)(e.slice(0,o))}`)]})}const a=20}),39893:((e,t,n)=>{n.d(t,{s:()=>defined})
function defined(e){return Object.fromEntries(Object.entries(e).filter(([,e])=>e!==undefined))}}),89348:((e,t,n)=>{n.d(t,{r:()=>s})
const s="0.1.0"})}
