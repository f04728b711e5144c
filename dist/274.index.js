export const id=274
export const ids=[274]
export const modules={8511:((e,t,n)=>{n.r(t)
n.d(t,{main:()=>main})
var r=n(48179)
var o=n(56008)
var i=n(42812)
var s=n(14826)
var a=n(40641)
var d=n(11280)
var l=n(66056)
var c=n(57975)
function paintFor(e,t=process.env){if(t.FORCE_COLOR===undefined&&t.CI)return(e,t)=>t
return(t,n)=>(0,c.styleText)(t,n,{stream:e})}var u=n(61567)
var f=n(48791)
var p=n(61e3)
const h={run:{title:"Lucid Build",summary:"Plan, build, smoke and publish the images of a service catalog",detail:"All stages one after another: what has to be built is built and pushed by digest, started and probed, and only then tagged. With `service` it does one part of a matrix."},plan:{title:"Lucid Plan",summary:"Say which images have to be built, and why",detail:"Compares what each image is made of with what the registry holds. Builds nothing, pushes nothing. In a workflow it gives the matrix for the jobs that build."},lint:{title:"Lucid Lint",summary:"Check the catalog, its Dockerfiles and requirements",detail:"Finds what would break a build or a container later, with file, line and fix. Needs no engine; where there is one, BuildKit's own checks are in the same list. The rules, baselines and code scanning are in docs/lint.md."},build:{title:"Lucid Build Images",summary:"Build what the plan says and push it by digest",detail:"One call of BuildKit for all images. Each is pushed under a tag made of its fingerprint, never under a floating tag, and then checked as the registry holds it."},verify:{title:"Lucid Verify",summary:"Look at the pushed images as the registry holds them",detail:"Reads every layer once and checks what really arrived: platform and machine code, user, labels, base, entrypoint, packages, shells, secrets, size (docs/verify.md). `build` does the same for what it has just built."},smoke:{title:"Lucid Smoke",summary:"Start the pushed images and probe every health endpoint",detail:"Starts the images by digest on the wanted platform with Docker Compose, probes them from outside, and removes everything again. Host ports are ephemeral, so nothing collides."},publish:{title:"Lucid Publish",summary:"Give the digests their tags, floating ones last",detail:"Writes the tags of this commit, then moves floating tags, only to digests that passed smoke and only forward. Running it again completes what was left."},report:{title:"Lucid Report",summary:"Tell what happened, as a page and a summary",detail:"Reads the documents of the other stages, of one run or of all legs of a matrix; each service has a row, and what is missing is told as missing. Goes by the plan that was left with them, and makes a new one only where there is none (docs/report.md)."},bake:{title:"Lucid Bake",summary:"Print the bake definition, for use with docker buildx bake alone",detail:"The definition of all that is selected, whether the registry has it or not. Builds nothing."},"verify-host":{title:"Lucid Verify Host",summary:"Say which published images a machine has, and whether they run there",detail:"Compares what the registry holds under each floating tag with what the engine has: present, old or absent. What is there is started and probed as by smoke, beside whatever runs there already. Pulls nothing."},init:{title:"Lucid Init",summary:"Propose a catalog and workflows for this repository",detail:"Finds Dockerfiles and Compose files, works out contexts, ports, health checks, needs and who is FROM whom, and writes `lucid.yml`, a workflow for pushes and one for the night. Says what it guessed and from what. Never writes over a file that is there."},doctor:{title:"Lucid Doctor",summary:"Check this machine, and say how to mend what is missing",detail:"Looks at Node, git, the engine with its image store, buildx, Compose, emulation for the catalog's platforms, the registry and the login to it, and disk space. Changes nothing, and works where none of it is installed."},setup:{title:"Lucid Setup",summary:"Make Docker ready to build for the wanted platforms",detail:"Checks engine, buildx and Compose; registers QEMU only for platforms that do not run yet; creates a builder or logs in only where asked or needed. At the end of the job it takes back what it did. What each step took is printed (docs/setup.md)."}}
var m=n(11011)
const g=["run",...p.hL.filter(e=>e!=="setup"&&e!=="run")]
function program(e){const t=new r.uB("lucid").description("Plan, build, smoke and publish a repository's container images from one catalog, arm64 first.").version(m.r,"-V, --version","Print the version.").helpOption("-h, --help","Print this help.").helpCommand(false).showHelpAfterError("(see --help)").addHelpText("after",exitHelp())
for(const n of g)t.addCommand(subcommand(n,e))
return t}function subcommand(e,t){const{summary:n,detail:o}=h[e]
const i=(0,p.cz)(e,"command")
const s=i.find(({name:e})=>e==="service")
const a=new r.uB(e).summary(n).description(`${n}.\n\n${o}`).helpOption("-h, --help","Print this help.").showHelpAfterError(`(see lucid ${e} --help)`).addHelpText("after",exitHelp())
if(s!==undefined)a.argument("[service...]",s.description)
for(const e of i)if(e!==s)a.addOption(toCommandOption(e))
return a.action((...n)=>{const r=s===undefined?[]:n[0]
const o=n[s===undefined?0:1]
return t(e,{...rawValues(i,o),...r.length>0&&{service:r}})})}function toCommandOption(e){const{short:t,name:n,kind:o,placeholder:i="value"}=e
const s=o==="flag"?"":e.choices?` <${e.choices.join("|")}>`:` <${i}>`
const a=`${t?`-${t}, `:""}--${onByDefault(e)?"no-":""}${n}${s}`
const d=new r.c$(a,`${e.offDescription??e.description}${hint(e)}`)
if(o==="list"||o==="lines"||o==="pairs")d.argParser((e,t=[])=>[...t,e])
return d}const onByDefault=({kind:e,default:t})=>e==="flag"&&t==="true"
function hint(e){const t=[e.default!==undefined&&e.kind!=="flag"&&`default: ${e.default}`,e.env&&`env: ${e.env}`].filter(Boolean)
return t.length>0?` (${t.join(", ")})`:""}function rawValues(e,t){return Object.fromEntries(e.map(e=>{const n=toCommandOption(e)
const r=t[n.attributeName()]
if(n.negate)return[e.name,r===false?!onByDefault(e):undefined]
return[e.name,r]}))}function exitHelp(){return`\nExit codes:\n${a.hS.map(({code:e,meaning:t})=>`  ${String(e).padEnd(4)} ${t}`).join("\n")}`}var w=n(23423)
function canRewrite({isTTY:e,env:t}){return e===true&&t.TERM!=="dumb"&&!t.CI}function logScreen(e){const t=(0,w.A)(e)
return{progress:t.progress,line:t.line,stop:()=>t[Symbol.dispose]()}}var y=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var r,o
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=t[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=t[Symbol.dispose]
if(n)o=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(o)r=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:r,async:n})}else if(n){e.stack.push({async:true})}return t}
var b=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,r=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&r===1)return r=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var r=new Error(n)
return r.name="SuppressedError",r.error=e,r.suppressed=t,r})
async function main(e=process.argv.slice(2)){process.stdout.on("error",lost)
process.stderr.on("error",()=>undefined)
const t=program(start)
for(const e of[t,...t.commands])e.exitOverride()
try{if(e.length===0)t.help()
await t.parseAsync(e,{from:"user"})}catch(t){if(!(t instanceof r.b7))throw t
process.exitCode=t.exitCode===0||e.length===0?a.NS.fine:a.NS.usage}await Promise.all([process.stdout,process.stderr].map(flushed))
process.exit()}function lost({code:e,message:t}){if(e==="EPIPE")process.exit(process.exitCode??a.NS.fine)
process.stderr.write(`error: the result cannot be written: ${t}\n`)
process.exit(a.NS.environment)}function flushed(e){return new Promise(t=>e.write("",()=>t()))}async function start(e,t){const n={stack:[],error:void 0,hasError:false}
try{const r=t.json===true
const o=paintFor(process.stderr)
const c=await openScreen(o,t.progress==="plain"?"plain":"auto")
const p=y(n,(0,d.Y)(c.line),false)
const h=(0,l.B)({progress:c.progress,log:e=>(0,i.vL)(e).forEach(c.line),signal:p.signal})
try{const n=(0,f.A)(t,h)
const{document:o,documents:i,exitCode:a}=await(0,u.S)(e,n,h)
c.stop()
if(r||e==="bake"||n.print)print(o)
else process.stdout.write(`${(0,s.q)(i,paintFor(process.stdout),columns())}\n`)
process.exitCode=a}catch(e){c.stop()
if(!p.signal.aborted)tell(e,o,r)
process.exitCode=(0,a.LL)(e)}if(p.signal.aborted)process.exitCode=a.NS.interrupted}catch(e){n.error=e
n.hasError=true}finally{b(n)}}async function openScreen(e,t){const now=()=>performance.now()
const{stderr:r,env:o}=process
if(t==="plain"||!canRewrite({isTTY:r.isTTY,env:o}))return logScreen({mode:t,write:e=>r.write(`${e}\n`),now:now})
const{liveScreen:i}=await Promise.all([n.e(5872),n.e(4637)]).then(n.bind(n,67018))
return i(r,e,now)}function tell(e,t,n){if(e instanceof o.yo){process.stderr.write(`${(0,s.f)(e.problems,t)}\n`)
if(n)print({kind:"lucid.error",version:1,problems:e.problems})
return}const r=process.env.LUCID_DEBUG&&e instanceof Error?e.stack:undefined
const i=r??(e instanceof Error?e.message:String(e))
process.stderr.write(`${t("red","error:")} ${i}\n`)
if(r===undefined)process.stderr.write("This is a fault in lucid itself. LUCID_DEBUG=1 shows where.\n")
if(n)print({kind:"lucid.error",version:1,problems:[{code:"lucid/fault",message:i}]})}const print=e=>process.stdout.write(`${JSON.stringify(e,undefined,"\t")}\n`)
const columns=()=>process.stdout.isTTY?process.stdout.columns:Number.POSITIVE_INFINITY}),45364:((e,t,n)=>{n.d(t,{VH:()=>usualAddress,tw:()=>configured,vg:()=>configFolder,yt:()=>proxyArgs})
var r=n(51455)
var o=n(48161)
var i=n(76760)
function configFolder(e){return e.DOCKER_CONFIG||i.join(e.HOME||(0,o.homedir)(),".docker")}async function configured(e,t){try{const n=JSON.parse(await(0,r.readFile)(i.join(configFolder(e),"config.json"),"utf8"))
return n?.[t]}catch{return undefined}}async function usualAddress(e){if(e.DOCKER_HOST)return e.DOCKER_HOST
const t=e.DOCKER_CONTEXT||await configured(e,"currentContext")
if(t&&t!=="default")return undefined
return process.platform==="win32"?"npipe:////./pipe/docker_engine":"unix:///var/run/docker.sock"}async function proxyArgs(e){const t=await configured(e,"proxies")
const n=typeof t==="object"&&t!==null?Object.values(t):[]
const r=new Set(n.flatMap(e=>typeof e==="object"&&e!==null?Object.keys(e):[]))
return Object.entries(s).flatMap(([e,t])=>r.has(e)?[t]:[])}const s={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}}),14826:((e,t,n)=>{n.d(t,{q:()=>conclusion,f:()=>problemText})
var r=n(56008)
var o=n(42812)
var i=n(15005)
var s=n(4754)
var a=n(96464)
var d=n(50478)
var l=n(36233)
var c=n(70421)
var u=n(15443)
var f=n(99643)
var p=n(90070)
const h={good:["green","\u2713"],warning:["yellow","!"],failed:["red","\u2717"],skipped:["dim","-"]}
function doctorText({checks:e},t){const n=Math.max(...e.map(({id:e})=>e.length))
const r=e.flatMap(({id:e,state:r,found:i,why:s,fix:a})=>{const[d,l]=h[r]
const c=[s,a&&`fix: ${a}`].filter(e=>e!==undefined)
return[`${t(d,l)} ${e.padEnd(n)}  ${(0,o.Is)(i)}`,...c.map(e=>`${" ".repeat(n+4)}${(0,o.Is)(e??"")}`)]})
return[...r,"",lastWord(e)].join("\n")}function lastWord(e){const t=e.filter(({state:e})=>e==="failed").length
const n=e.filter(({state:e})=>e==="warning").length
if(t>0)return`${t} to mend${n>0?`, ${n} to look at`:""}`
return n>0?`ready, ${n} to look at`:"ready"}var m=n(34514)
var g=n(9179)
const w={error:"red",warning:"yellow",note:"dim"}
function findingTable(e,t){const{findings:n,fixed:r}=e
const i=Map.groupBy(n,({at:e})=>e?.file??"")
const s={place:Math.max(0,...n.map(e=>placeOf(e).length)),rule:Math.max(0,...n.map(({code:e})=>e.length))}
return[...r===undefined?[]:[fixedText(r,t),""],...[...i].flatMap(([e,n])=>[t("bold",(0,o.Is)(e)),...n.map(e=>row(e,s,t)),""]),...(0,m.TC)(e).map(e=>t("dim",(0,o.Is)(e))),(0,m.Ph)(e)].join("\n")}const placeOf=({at:e})=>[e?.line,e?.column].filter(e=>e!==undefined).join(":")
function row(e,t,n){const{severity:r,message:i,code:s,fix:a}=e
const d=placeOf(e).padStart(t.place)
const l=`  ${d}  ${n(w[r],r.padEnd(7))}  ${n("dim",s.padEnd(t.rule))}  `
const c=" ".repeat(t.place+t.rule+15)
return`${l}${(0,o.Is)(i)}${a===undefined?"":`\n${c}fix: ${(0,o.Is)(a)}`}`}function fixedText({findings:e,written:t,files:n},r){if(n.length===0)return"nothing to mend"
const o=n.flatMap(({diff:e})=>e.trimEnd().split("\n")).map(e=>coloured(e,r))
const i=t?"mended":"would be mended"
return[...o,"",`${(0,g.LS)(e,"finding")} ${i} in ${(0,g.LS)(n.length,"file")}`].join("\n")}function coloured(e,t){const n=(0,o.Is)(e)
if(/^(?:---|\+\+\+) /.test(e))return t("bold",n)
if(e.startsWith("+"))return t("green",n)
return e.startsWith("-")?t("red",n):n}function initText(e,t){const{files:n,services:r,externals:i,left:s,check:a}=e
const d=Math.max(...r.map(({name:e})=>e.length))
const l=r.filter(({planned:e})=>!e)
const c=r.length-l.length
const u=r.map(({name:e,context:n,ports:r,health:i,needs:s,planned:a})=>{if(a)return`  ${e.padEnd(d)}  ${t("dim","planned: its Dockerfile is not there yet")}`
const l=[n,r.length>0&&`port ${r.join(", ")}`,i,s.length>0&&`needs ${s.join(", ")}`]
return`  ${e.padEnd(d)}  ${(0,o.Is)(l.filter(Boolean).join("  "))}`})
const f=n.find(({state:e})=>e!=="kept")?.path??"lucid.yml"
return[...n.flatMap(({path:e,state:n,text:r})=>n==="shown"?[t("bold",`# ${e}`),r??""]:[n==="written"?`${t("green","\u2713")} ${e} written`:`${t("yellow","-")} ${e} was there, and is left as it is`]),"",t("bold",`${l.length} image${l.length===1?"":"s"} to build${c>0?`, ${c} planned`:""}${i.length>0?`; ${i.join(", ")} beside them`:""}`),...u,...s.length>0?["",t("bold","Left out"),...s.map(({file:e,why:t})=>`  ${(0,o.Is)(e)}: ${(0,o.Is)(t)}`)]:[],...a.length>0?["",t("bold","To check"),...a.map(e=>`  ${t("yellow","?")} ${(0,o.Is)(e)}`)]:[],"",`What is guessed says so in ${f}. Next: ${t("bold","lucid doctor")}, ${t("bold","lucid lint")}, ${t("bold","lucid plan")}.`].join("\n")}function conclusion(e,t,n){const{plan:r,lint:o,verify:s,report:a,smoke:l,verifyHost:c,init:u,doctor:f}=e
const p=[u&&initText(u,t),f&&doctorText(f,t),o&&findingTable(o,t),c&&(0,d.g)(c).map(e=>marked(e,t)).join("\n"),l&&tried(l,t),r&&conclusion_table({...e,plan:r},t,n),r?.remarks?.map(e=>remarkText(e,t)).join("\n"),r&&checksText({...e,plan:r},t),s&&(0,i.p)(s),a&&files(a.files)]
return p.filter(e=>e!==undefined).join("\n\n")}function conclusion_table(e,t,n){const r=(0,c.h)(e)
const o=(0,p.ed)(r,n,(0,u.rz)(e)?"plan":"run").split("\n")
const[i="",...d]=o
const f=d.map(e=>e.replaceAll("\u2713",t("green","\u2713")).replaceAll("\u2717",t("red","\u2717")))
const{estimate:h,inputs:m=[]}=e.plan
return[...m.flatMap(e=>[(0,l.l)(e,e=>t("bold",e)),""]),...r.length>0?[t("bold",i),...f,""]:[],(0,a.Pl)(e,r),...(0,u.rz)(e)&&h!==undefined&&r.length>0?[(0,s.a)(h)]:[]].join("\n")}const marked=(e,t)=>e.replace("\u2713",t("green","\u2713")).replace("\u2717",t("red","\u2717"))
function tried(e,t){const n=(0,f.zv)(e).map(e=>marked(e,t))
return n.length===0?undefined:n.join("\n")}function checksText(e,t){const n=(0,i.T)(e).map(({level:e,text:n})=>{const r=e==="warning"?t("yellow","warning"):t("red","error")
return`${r} ${(0,o.Is)(n)}`})
return n.length===0?undefined:n.join("\n")}function remarkText(e,t){const n=e.severity==="warning"?t("yellow","warning:"):"note:"
return`${n} ${(0,o.vL)((0,r.Vw)(e)).join("\n")}`}function files(e){return Object.entries(e).map(([e,t])=>`${e}: ${t}`).join("\n")}function problemText(e,t){return e.map(e=>`${t("red","error:")} ${(0,o.vL)((0,r.Vw)(e)).join("\n")}`).join("\n")}}),11280:((e,t,n)=>{n.d(t,{Y:()=>listenForInterrupt})
var r=n(40641)
function listenForInterrupt(e){const t=new AbortController
const n=["SIGINT","SIGTERM"]
const stop=()=>{if(t.signal.aborted)process.exit(r.NS.interrupted)
t.abort()
e("interrupted: cleaning up; once more to leave at once")}
for(const e of n)process.on(e,stop)
return{signal:t.signal,[Symbol.dispose]:()=>{for(const e of n)process.off(e,stop)}}}}),66056:((e,t,n)=>{n.d(t,{B:()=>makeWorld})
var r=n(47624)
var o=n(49588)
function makeWorld(e){return{...e,exec:o.m,docker:(0,r.OX)(o.m),env:process.env,cwd:process.cwd(),now:()=>performance.now()}}}),61567:((e,t,n)=>{n.d(t,{S:()=>runStage})
var r=n(51455)
var o=n(76760)
var i=n(56008)
var s=n(75284)
var a=n(40641)
function problemFromHere(e,t){if(e.at===undefined||/^(document|options)\//.test(e.code))return e
return{...e,at:locationFromHere(e.at,t)}}function locationFromHere(e,t){return{...e,file:fileFromHere(e.file,t)}}function fileFromHere(e,t){const n=(0,o.isAbsolute)(e)||(0,o.normalize)(e)===(0,o.normalize)(t)
return n?e:(0,o.join)((0,o.dirname)(t),e)}function documentsFromHere(e,t){const{plan:n,lint:r,build:o}=e
return{...e,...r&&{lint:{...r,findings:r.findings.map(e=>problemFromHere(e,t))}},...n&&{plan:{...n,images:n.images.map(e=>e.decision.kind!=="blocked"?e:{...e,decision:{...e.decision,problems:e.decision.problems.map(e=>problemFromHere(e,t))}})}},...o&&{build:{...o,images:o.images.map(e=>e.error?.file===undefined?e:{...e,error:{...e.error,file:fileFromHere(e.error.file,t)}})}}}}async function runStage(e,t,n){const r=n.now()
const o=e==="run"?await start(e,t,n):await(0,s.i)(n.progress,e==="bake"?"plan":e,()=>start(e,t,n))
if(e==="bake"||t.print)return{document:o,documents:{},exitCode:a.NS.fine}
const i={...e==="run"?o:await documentsOf(e,t,o),...e!=="report"&&{durationMs:n.now()-r}}
const d=e==="run"?{kind:"lucid.run",version:1,...o}:e==="report"?i.report:o
const l=documentsFromHere(i,t.catalog)
return{document:d,documents:l,exitCode:exitCodeFor(e,t,i)}}async function start(e,t,r){const{stages:o}=await n.e(6629).then(n.bind(n,76629))
try{if(e==="bake")return await o.build({...t,force:true,print:true},r)
return await o[e](t,r)}catch(e){if(!(e instanceof i.yo))throw e
const n=e.problems.map(e=>problemFromHere(e,t.catalog))
throw new i.yo(n,{cause:e})}}async function documentsOf(e,t,n){if(e==="report")return n
if(e!=="verify-host")return{...await planOf(e,t),[e]:n}
const r=n
return{verifyHost:r,smoke:r.smoke}}async function planOf(e,{out:t}){if(e==="plan"||e==="lint"||e==="init"||e==="doctor")return{}
const n=await(0,r.readFile)((0,o.join)(t,"plan.json"),"utf8").catch(()=>undefined)
return n===undefined?{}:{plan:JSON.parse(n)}}function exitCodeFor(e,t,n){if(e==="report")return a.NS.fine
if(e!=="lint")return(0,a.FO)(n)
const r=["error","warning","note"]
const o=n.lint?.findings.some(({severity:e})=>r.indexOf(e)<=r.indexOf(t.failOn))
return o?a.NS.failed:a.NS.fine}}),11011:((e,t,n)=>{n.d(t,{r:()=>r})
const r="0.1.0"}),50478:((e,t,n)=>{n.d(t,{L:()=>hostSummary,g:()=>hostLines})
var r=n(42812)
var o=n(51793)
var i=n(99643)
var s=n(9179)
function hostLines({host:e,images:t}){return[`host ${e.name}: Docker ${e.engine}, ${e.platform}`,...t.map(e=>(0,r.Is)(line(e)))]}function hostSummary(e){const t=[...hostLines(e),"",...(0,i.zv)(e.smoke)].map(e=>`    ${e}`)
return`### Published images on ${(0,o.p7)(e.host.name)}\n\n${t.join("\n")}\n`}function line({state:e,ref:t,here:n,published:r}){switch(e){case"present":return`\u2713 Present: ${t} ${about(n)}`
case"old":return`\u2717 Old: ${t} is ${about(n)}; published is ${about(r)}`
case"absent":return`\u2717 Absent: ${t}; published is ${about(r)}`
case"unpublished":return`- Not published: ${t}${n===undefined?"":`; here is ${about(n)}`}`}}function about(e){if(e===undefined)return"unknown"
const{digest:t,revision:n,created:r}=e
const o=[n?.slice(0,12),r?.slice(0,10)].filter(Boolean).join(", ")
return`${(0,s.VK)(t)}${o===""?"":` (${o})`}`}})}
