export const id=8708
export const ids=[8708]
export const modules={44853:((e,t,n)=>{n.d(t,{m:()=>exec})
var s=n(31421)
var o=n(80481)
const i={SIGHUP:1,SIGINT:2,SIGQUIT:3,SIGABRT:6,SIGKILL:9,SIGSEGV:11,SIGPIPE:13,SIGTERM:15}
const exec=(e,t={})=>new Promise((n,r)=>{const[a,...d]=e
const{signal:c,graceMs:l=1e4,onLine:u}=t
if(c?.aborted){n({exitCode:130,stdout:"",stderr:""})
return}const f=(0,s.spawn)(a,d,{cwd:t.cwd,env:{...process.env,...t.env},stdio:[t.input===undefined?"ignore":"pipe","pipe","pipe"]})
const h={stdout:[],stderr:[]}
for(const e of["stdout","stderr"]){const n=f[e]
if(!n)continue
if(!t.discard)n.on("data",n=>append(h[e],n,t.keep))
if(u)(0,o.createInterface)({input:n,crlfDelay:Number.POSITIVE_INFINITY}).on("line",t=>u(t,e))
else if(t.discard)n.resume()}f.stdin?.on("error",()=>{})
f.stdin?.end(t.input)
let p
const stop=()=>{f.kill("SIGINT")
p=setTimeout(()=>{f.kill("SIGKILL")
f.stdout?.destroy()
f.stderr?.destroy()},l)}
c?.addEventListener("abort",stop,{once:true})
const settle=()=>{clearTimeout(p)
c?.removeEventListener("abort",stop)}
f.on("error",e=>{settle()
r(new Error(`cannot run ${a}: ${e.message}`,{cause:e}))})
f.on("close",(e,t)=>{settle()
n({exitCode:e??128+(i[t??"SIGKILL"]??9),stdout:Buffer.concat(h.stdout).toString(),stderr:Buffer.concat(h.stderr).toString()})})})
function append(e,t,n){e.push(t)
if(n===undefined)return
let s=e.reduce((e,{length:t})=>e+t,-n)
while(e[0]!==undefined&&s>=e[0].length)s-=e.shift()?.length??0}}),66312:((e,t,n)=>{n.r(t)
n.d(t,{main:()=>main})
var s=n(48179)
var o=n(95342)
var i=n(57975)
function paintFor(e,t=process.env){if(t.FORCE_COLOR===undefined&&t.CI)return(e,t)=>t
return(t,n)=>(0,i.styleText)(t,n,{stream:e})}var r=n(93651)
var a=n(40318)
var d=n(85465)
var c=n(68261)
var l=n(40425)
var u=n(87096)
var f=n(45043)
var h=n(80244)
var p=n(44575)
const m={run:{title:"Lucid Build",summary:"Plan, build, smoke and publish the images of a service catalog",detail:"All stages one after another: what has to be built is built and pushed by digest, started and probed, and only then tagged. With `service` it does one part of a matrix."},plan:{title:"Lucid Plan",summary:"Say which images have to be built, and why",detail:"Compares what each image is made of with what the registry holds. Builds nothing, pushes nothing. In a workflow it gives the matrix for the jobs that build."},lint:{title:"Lucid Lint",summary:"Check the catalog, its Dockerfiles and requirements",detail:"Finds what would break a build or a container later, with file, line and fix. Needs no engine; where there is one, BuildKit's own checks are in the same list. The rules, baselines and code scanning are in docs/lint.md."},build:{title:"Lucid Build Images",summary:"Build what the plan says and push it by digest",detail:"One call of BuildKit for all images. Each is pushed under a tag made of its fingerprint, never under a floating tag, and then checked as the registry holds it."},verify:{title:"Lucid Verify",summary:"Look at the pushed images as the registry holds them",detail:"Reads every layer once and checks what really arrived: platform and machine code, user, labels, base, entrypoint, packages, shells, secrets, size (docs/verify.md). `build` does the same for what it has just built."},smoke:{title:"Lucid Smoke",summary:"Start the pushed images and probe every health endpoint",detail:"Starts the images by digest on the wanted platform with Docker Compose, probes them from outside, and removes everything again. Host ports are ephemeral, so nothing collides."},publish:{title:"Lucid Publish",summary:"Give the digests their tags, floating ones last",detail:"Writes the tags of this commit, then moves floating tags, only to digests that passed smoke and only forward. Running it again completes what was left."},report:{title:"Lucid Report",summary:"Tell what happened, as a page and a summary",detail:"Reads the documents of the other stages, of one run or of all legs of a matrix; each service has a row, and what is missing is told as missing. Goes by the plan that was left with them, and makes a new one only where there is none (docs/report.md). Exits with the verdict on the run."},bake:{title:"Lucid Bake",summary:"Print the bake definition, for use with docker buildx bake alone",detail:"The definition of all that is selected, whether the registry has it or not. Builds nothing."},"verify-host":{title:"Lucid Verify Host",summary:"Say which published images a machine has, and whether they run there",detail:"Compares what the registry holds under each floating tag with what the engine has: present, old or absent. What is there is started and probed as by smoke, beside whatever runs there already. Pulls nothing."},init:{title:"Lucid Init",summary:"Propose a catalog and workflows for this repository",detail:"Finds Dockerfiles and Compose files, works out contexts, ports, health checks, needs and who is FROM whom, and writes `lucid.yml`, a workflow for pushes and one for the night. Says what it guessed and from what. Never writes over a file that is there."},doctor:{title:"Lucid Doctor",summary:"Check this machine, and say how to fix what is missing",detail:"Looks at Node, git, the engine with its image store, buildx, Compose, emulation for the catalog's platforms, the registry, the login to it and its right to push each image, and disk space. Changes nothing, and works where none of it is installed."},setup:{title:"Lucid Setup",summary:"Make Docker ready to build for the wanted platforms",detail:"Checks engine, buildx and Compose; registers QEMU only for platforms that do not run yet; creates a builder or logs in only where asked or needed. At the end of the job it takes back what it did. What each step took is printed (docs/setup.md)."}}
var g=n(89348)
const w=["run",...p.hL.filter(e=>e!=="setup"&&e!=="run")]
function program(e){const t=new s.uB("lucid").description("Plan, build, smoke and publish a repository's container images from one catalog, arm64 first.").version(g.r,"-V, --version","Print the version.").helpOption("-h, --help","Print this help.").helpCommand(false).showHelpAfterError("(see --help)").addHelpText("after",exitHelp())
for(const n of w)t.addCommand(subcommand(n,e))
t.addCommand(completion(t))
return t}function completion(e){return new s.uB("completion").summary("Print a script that completes commands and options").description("Print a script that completes commands and options: source <(lucid completion bash)").helpOption("-h, --help","Print this help.").addArgument(new s.ef("<shell>","The shell that is to read it.").choices(["bash","zsh","fish"])).action(async t=>{const{completionScript:s}=await n.e(2954).then(n.bind(n,72954))
process.stdout.write(s(t,e))})}function subcommand(e,t){const{summary:n,detail:o}=m[e]
const i=(0,p.cz)(e,"command")
const r=i.find(({name:e})=>e==="service")
const a=new s.uB(e).summary(n).description(`${n}.\n\n${o}`).helpOption("-h, --help","Print this help.").showHelpAfterError(`(see lucid ${e} --help)`).addHelpText("after",exitHelp())
if(r!==undefined)a.argument("[service...]",r.description)
for(const e of i)if(e!==r)a.addOption(toCommandOption(e))
return a.action((...n)=>{const s=r===undefined?[]:n[0]
const o=n[r===undefined?0:1]
return t(e,{...rawValues(i,o),...s.length>0&&{service:s}})})}function toCommandOption(e){const{short:t,name:n,kind:o,placeholder:i="value"}=e
const r=o==="flag"?"":e.choices?` <${e.choices.join("|")}>`:` <${i}>`
const a=`${t?`-${t}, `:""}--${onByDefault(e)?"no-":""}${n}${r}`
const d=new s.c$(a,`${e.offDescription??e.description}${hint(e)}`)
if(o==="list"||o==="lines"||o==="pairs")d.argParser((e,t=[])=>[...t,e])
return d}const onByDefault=({kind:e,default:t})=>e==="flag"&&t==="true"
function hint(e){const t=[e.default!==undefined&&e.kind!=="flag"&&`default: ${e.default}`,e.env&&`env: ${e.env}`].filter(Boolean)
return t.length>0?` (${t.join(", ")})`:""}function rawValues(e,t){return Object.fromEntries(e.map(e=>{const n=toCommandOption(e)
const s=t[n.attributeName()]
if(n.negate)return[e.name,s===false?!onByDefault(e):undefined]
return[e.name,s]}))}function exitHelp(){return`\nExit codes:\n${l.hS.map(({code:e,meaning:t})=>`  ${String(e).padEnd(4)} ${t}`).join("\n")}`}var y=n(26617)
function canRewrite({isTTY:e,env:t}){return e===true&&t.TERM!=="dumb"&&!t.CI}function logScreen(e){const t=(0,y.A)(e)
return{progress:t.progress,line:t.line,stop:()=>t[Symbol.dispose]()}}var b=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,o
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)o=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(o)s=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var v=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
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
const d=await openScreen(i,t.progress==="plain"?"plain":"auto")
const p=b(n,(0,u.Y)(d.line),false)
const m=(0,f.B)({progress:d.progress,log:e=>(0,c.vL)(e).forEach(d.line),signal:p.signal})
try{const n={stack:[],error:void 0,hasError:false}
try{const i=(0,o.A)(t,m)
const c=b(n,(0,a.LH)(p.signal,i.timeout,e),false)
const l={...m,signal:c.signal}
const{document:u,documents:f,exitCode:g}=await(0,h.S)(e,i,l)
d.stop()
if(s||e==="bake"||i.print)print(u)
else process.stdout.write(`${(0,r.q)(f,paintFor(process.stdout),columns())}\n`)
process.exitCode=g}catch(e){n.error=e
n.hasError=true}finally{v(n)}}catch(e){d.stop()
if(!p.signal.aborted)tell(e,i,s)
process.exitCode=(0,l.LL)(e)}if(p.signal.aborted)process.exitCode=l.NS.interrupted}catch(e){n.error=e
n.hasError=true}finally{v(n)}}async function openScreen(e,t){const now=()=>performance.now()
const{stderr:s,env:o}=process
if(t==="plain"||!canRewrite({isTTY:s.isTTY,env:o}))return logScreen({mode:t,write:e=>s.write(`${e}\n`),now:now})
const{liveScreen:i}=await Promise.all([n.e(5872),n.e(1544)]).then(n.bind(n,89163))
return i(s,e,now)}function tell(e,t,n){if(e instanceof d.yo){process.stderr.write(`${(0,r.f)(e.problems,t)}\n`)
if(n)print({kind:"lucid.error",version:1,problems:e.problems})
return}const s=process.env.LUCID_DEBUG&&e instanceof Error?e.stack:undefined
const o=s??(e instanceof Error?e.message:String(e))
process.stderr.write(`${t("red","error:")} ${o}\n`)
if(s===undefined)process.stderr.write("This is a fault in lucid itself. LUCID_DEBUG=1 shows where.\n")
if(n)print({kind:"lucid.error",version:1,problems:[{code:"lucid/fault",message:o}]})}const print=e=>process.stdout.write(`${JSON.stringify(e,undefined,"\t")}\n`)
const columns=()=>process.stdout.isTTY?process.stdout.columns:Number.POSITIVE_INFINITY}),42600:((e,t,n)=>{n.d(t,{Il:()=>Activity,TN:()=>keyOf,b5:()=>doingWords,dC:()=>countdownWords})
var s=n(65421)
var o=n(68261)
var i=n(16760)
var r=n(35257)
function keyOf({stage:e,subject:t=""}){return`${e}\n${t}`}class Activity{#e
#t=new Map
constructor(e){this.#e=e}take(e){const{stage:t,subject:n,state:s,text:o,step:i,bytes:r,countdown:a}=e
const d=keyOf(e)
const c=this.#t.get(d)
const l=c&&this.#e()-c.since
if(s==="done"||s==="failed"){this.#t.delete(d)
if(n===undefined&&c!==undefined)this.#n(c.since)
return l}const u=c??{...{stage:t,since:this.#e(),said:undefined,steps:new Map},...n!==undefined&&{subject:n}}
this.#t.set(d,u)
if(s==="started")u.steps.clear()
if(i!==undefined)this.#s(u,i)
else if(o!==undefined||r!==undefined)u.said={...{what:o??u.said?.what??"",beside:0},...r&&{bytes:r},...a&&{countdown:a}}
return l}all(){const e=[...this.#t].map(([e,{stage:t,subject:n,since:s,said:o,steps:i}])=>{const[r]=i.values()
const a=r===undefined?o:{...r,beside:i.size-1}
return{...{key:e,stage:t,since:s},...n!==undefined&&{subject:n},...a&&{now:a}}})
return[...e.filter(({now:e})=>e!==undefined),...e.filter(({now:e})=>e===undefined)]}#n(e){for(const[t,{subject:n,since:s}]of this.#t)if(n!==undefined&&s>=e)this.#t.delete(t)}#s({steps:e},{id:t,name:n,state:s,last:o,bytes:i}){if(s!=="running"){e.delete(t)
return}const{since:r=this.#e(),...a}=e.get(t)??{}
const d={...o!==undefined&&{last:o},...i!==undefined&&{bytes:i}}
e.set(t,{...a,...d,what:n,since:r})}}function countdownWords({until:e,next:t},n){const o=Math.max(0,Math.ceil((e-n)/1e3))
return`${t==="retry"?"retrying":"giving up"} in ${o<60?`${o} s`:(0,s.p0)(o*1e3)}`}function doingWords({subject:e,now:t},n,a){if(t===undefined)return e===undefined?"":"waiting"
const{what:d,since:c,bytes:l,countdown:u,beside:f}=t
const h=[l===undefined?"":`, ${(0,r.Bc)(l)}`,c===undefined?"":` (${(0,s.p0)(n-c)})`,u===undefined?"":`; ${countdownWords(u,n)}`,f>0?` and ${f} more`:""].join("")
return`${(0,i.yd)((0,o.Is)(d),Math.max(2,a-h.length))}${h}`}}),26617:((e,t,n)=>{n.d(t,{A:()=>logView})
var s=n(65421)
var o=n(68261)
var i=n(16760)
var r=n(42600)
var a=n(35257)
const every=(e,t)=>{const n=setInterval(t,e).unref()
return()=>clearInterval(n)}
const d=8e3
const c=16
const l=10
const u=2e3
function logView(e){const{mode:t,write:n,now:s,fold:o,silenceMs:i=d}=e
const u=new r.Il(s)
const f=new Map
const h=new Map
let p=s()
const say=e=>{p=s()
n(e)}
const m=new StepLines(say)
const look=()=>{if(t==="plain")m.flush()
const e=u.all()
const silent=({key:e,since:t})=>s()-(f.get(e)??t)
const n=e.filter(e=>e.subject!==undefined)
const o=n.some(e=>silent(e)>=i)
const r=o?n.filter(e=>silent(e)>=i/2):[]
const d=s()-p>=i?e.filter(e=>e.subject===undefined):[]
const c=r.length>0?r:d.slice(-1)
for(const e of c.slice(0,l))say((0,a.oz)({...e,text:runningWords(e,s())},"running",s()-e.since))
if(c.length>l)say(`         and ${c.length-l} more`)
for(const{key:e}of c)f.set(e,s())}
const g=(e.every??every)(i/c,look)
const end=(e,i)=>{const r=(0,a.oz)(e,e.state,i)
const d=o!==undefined&&t==="auto"&&e.steps?.some(({state:e})=>e!=="failed")
p=s()
if(d)o(r,(0,a.mR)(e,"all"))
else n(r)
for(const s of(0,a.mR)(e,o||t==="plain"?"only failed":"failed"))n(s)}
return{progress:e=>{const n=(0,r.TN)(e)
const o=u.take(e)
if(e.state==="done"||e.state==="failed"){m.flush()
f.delete(n)
h.delete(n)
if(e.subject!==undefined)end(e,o)}else if((t==="plain"||isWait(e,s()))&&e.subject!==undefined){if(e.state==="started")h.delete(n)
const t=p
if(e.step!==undefined)m.take({...e,step:e.step})
else if(e.text!==undefined&&h.get(n)!==e.text){h.set(n,e.text)
say((0,a.oz)({...e,text:textWords(e,s())},"running",o))}if(p!==t)f.set(n,p)}},line:say,[Symbol.dispose]:()=>{g()
m.flush()}}}const isWait=({stage:e,countdown:t},n)=>e==="waiting"||t!==undefined&&t.until-n>f
const f=2e3
const textWords=({text:e="",countdown:t},n)=>t===undefined?e:`${e}; ${(0,r.dC)(t,n)}`
function runningWords(e,t){const{last:n}=e.now??{}
const s=(0,r.b5)(e,t,100)
return n===undefined?s:`${s}: ${(0,i.yd)((0,o.Is)(n.trim()),120)}`}class StepLines{#o
#i=new Map
#r=new Map
#a=new Set
constructor(e){this.#o=e}take(e){const{stage:t,subject:n="",step:i}=e
const{id:a,name:d,state:c,durationMs:l=0,lines:f=[]}=i
const h=(0,r.TN)(e)
const p=this.#i.get(a)??{number:this.#i.size+1,key:h,lines:0}
this.#i.set(a,p)
const m=`${t.padEnd(7)}  ${(0,o.Is)(n)}  #${p.number}`
const g=`${h}\n${a}`
if(!this.#a.has(g))this.#o(`${m} ${(0,o.Is)(d)}`)
this.#a.add(g)
this.#r.delete(g)
if(p.key===h)this.#d(p,m,f)
if(c==="running")return
const w=p.lines-u
const y=w>0&&p.key===h?`; ${(0,s.LS)(w,"line")} not shown`:""
const b=c==="cached"?"CACHED":`${c==="failed"?"ERROR":"DONE"} ${(l/1e3).toFixed(1)}s`
this.#r.set(g,`${m} ${b}${y}`)}flush(){for(const e of this.#r.values())this.#o(e)
this.#r.clear()}#d(e,t,n){for(const s of n){e.lines++
if(e.lines<=u)this.#o(`${t} | ${(0,o.Is)(s.slice(0,4e3))}`)
else if(e.lines===u+1)this.#o(`${t} | ... more than ${u} lines: the rest is not shown`)}}}}),35257:((e,t,n)=>{n.d(t,{Bc:()=>bytesWords,mR:()=>stepLines,oz:()=>progressLine})
var s=n(65421)
var o=n(68261)
function progressLine({stage:e,subject:t="",text:n,bytes:i},r,a){const d=a===undefined?"":` ${(0,s.p0)(a)}`
const c=[e.padEnd(7),(0,o.Is)(t),`${r}${d}`,(0,o.Is)(n??""),i?bytesWords(i):""]
return c.filter(e=>e!=="").join("  ").trimEnd()}function bytesWords({done:e,total:t}){return t===undefined?(0,s.Ej)(e):`${(0,s.Ej)(e)} of ${(0,s.Ej)(t)}`}const i="         "
const r=4e3
function stepLines({steps:e=[]},t="failed"){return e.flatMap(({text:e,state:n,log:d,dropped:c=0})=>{if(t==="only failed"&&n!=="failed")return[]
if(t==="failed"&&(n==="cached"||e.startsWith("0.0s")))return[]
const l=t==="all"?d:n==="failed"?d.slice(-a):[]
const u=t==="all"?c:0
return[`${i}${(0,o.Is)(e)}`,...u>0?[`${i}  (${(0,s.LS)(u,"earlier line")} not kept)`]:[],...l.map(e=>`${i}  | ${(0,o.Is)(e.slice(0,r))}`)]})}const a=20}),89348:((e,t,n)=>{n.d(t,{r:()=>s})
const s="0.1.0"})}
