export const id=8511
export const ids=[8511]
export const modules={8511:((e,t,s)=>{s.r(t)
s.d(t,{main:()=>main})
var r=s(48179)
var n=s(56008)
var o=s(42812)
var i=s(14826)
var a=s(40641)
var d=s(11280)
var l=s(66056)
var c=s(57975)
function paintFor(e,t=process.env){if(t.FORCE_COLOR===undefined&&t.CI)return(e,t)=>t
return(t,s)=>(0,c.styleText)(t,s,{stream:e})}var h=s(61567)
var u=s(48791)
var p=s(61e3)
const f={run:{title:"Lucid Build",summary:"Plan, build, smoke and publish the images of a service catalog",detail:"All stages one after another: what has to be built is built and pushed by digest, started and probed, and only then tagged. With `service` it does one part of a matrix."},plan:{title:"Lucid Plan",summary:"Say which images have to be built, and why",detail:"Compares what each image is made of with what the registry holds. Builds nothing, pushes nothing. In a workflow it gives the matrix for the jobs that build."},lint:{title:"Lucid Lint",summary:"Check the catalog, its Dockerfiles and requirements",detail:"Finds what would break a build or a container later, with file, line and fix. Needs no engine; where there is one, BuildKit's own checks are in the same list. The rules, baselines and code scanning are in docs/lint.md."},build:{title:"Lucid Build Images",summary:"Build what the plan says and push it by digest",detail:"One call of BuildKit for all images. Each is pushed under a tag made of its fingerprint, never under a floating tag, and then checked as the registry holds it."},verify:{title:"Lucid Verify",summary:"Look at the pushed images as the registry holds them",detail:"Reads every layer once and checks what really arrived: platform and machine code, user, labels, base, entrypoint, packages, shells, secrets, size (docs/verify.md). `build` does the same for what it has just built."},smoke:{title:"Lucid Smoke",summary:"Start the pushed images and probe every health endpoint",detail:"Starts the images by digest on the wanted platform with Docker Compose, probes them from outside, and removes everything again. Host ports are ephemeral, so nothing collides."},publish:{title:"Lucid Publish",summary:"Give the digests their tags, floating ones last",detail:"Writes the tags of this commit, then moves floating tags, only to digests that passed smoke and only forward. Running it again completes what was left."},report:{title:"Lucid Report",summary:"Tell what happened, as a page and a summary",detail:"Reads the documents of the other stages, of one run or of all legs of a matrix; each service has a row, and what is missing is told as missing. Goes by the plan that was left with them, and makes a new one only where there is none (docs/report.md)."},bake:{title:"Lucid Bake",summary:"Print the bake definition, for use with docker buildx bake alone",detail:"The definition of all that is selected, whether the registry has it or not. Builds nothing."},"verify-host":{title:"Lucid Verify Host",summary:"Say which published images a machine has, and whether they run there",detail:"Compares what the registry holds under each floating tag with what the engine has: present, old or absent. What is there is started and probed as by smoke, beside whatever runs there already. Pulls nothing."},init:{title:"Lucid Init",summary:"Propose a catalog and workflows for this repository",detail:"Finds Dockerfiles and Compose files, works out contexts, ports, health checks, needs and who is FROM whom, and writes `lucid.yml`, a workflow for pushes and one for the night. Says what it guessed and from what. Never writes over a file that is there."},doctor:{title:"Lucid Doctor",summary:"Check this machine, and say how to mend what is missing",detail:"Looks at Node, git, the engine with its image store, buildx, Compose, emulation for the catalog's platforms, the registry and the login to it, and disk space. Changes nothing, and works where none of it is installed."},setup:{title:"Lucid Setup",summary:"Make Docker ready to build for the wanted platforms",detail:"Checks engine, buildx and Compose; registers QEMU only for platforms that do not run yet; creates a builder or logs in only where asked or needed. At the end of the job it takes back what it did. What each step took is printed (docs/setup.md)."}}
var m=s(11011)
const g=["run",...p.hL.filter(e=>e!=="setup"&&e!=="run")]
function program(e){const t=new r.uB("lucid").description("Plan, build, smoke and publish a repository's container images from one catalog, arm64 first.").version(m.r,"-V, --version","Print the version.").helpOption("-h, --help","Print this help.").helpCommand(false).showHelpAfterError("(see --help)").addHelpText("after",exitHelp())
for(const s of g)t.addCommand(subcommand(s,e))
t.addCommand(completion(t))
return t}function completion(e){return new r.uB("completion").summary("Print a script that completes commands and options").description("Print a script that completes commands and options: source <(lucid completion bash)").helpOption("-h, --help","Print this help.").addArgument(new r.ef("<shell>","The shell that is to read it.").choices(["bash","zsh","fish"])).action(async t=>{const{completionScript:r}=await s.e(6350).then(s.bind(s,16350))
process.stdout.write(r(t,e))})}function subcommand(e,t){const{summary:s,detail:n}=f[e]
const o=(0,p.cz)(e,"command")
const i=o.find(({name:e})=>e==="service")
const a=new r.uB(e).summary(s).description(`${s}.\n\n${n}`).helpOption("-h, --help","Print this help.").showHelpAfterError(`(see lucid ${e} --help)`).addHelpText("after",exitHelp())
if(i!==undefined)a.argument("[service...]",i.description)
for(const e of o)if(e!==i)a.addOption(toCommandOption(e))
return a.action((...s)=>{const r=i===undefined?[]:s[0]
const n=s[i===undefined?0:1]
return t(e,{...rawValues(o,n),...r.length>0&&{service:r}})})}function toCommandOption(e){const{short:t,name:s,kind:n,placeholder:o="value"}=e
const i=n==="flag"?"":e.choices?` <${e.choices.join("|")}>`:` <${o}>`
const a=`${t?`-${t}, `:""}--${onByDefault(e)?"no-":""}${s}${i}`
const d=new r.c$(a,`${e.offDescription??e.description}${hint(e)}`)
if(n==="list"||n==="lines"||n==="pairs")d.argParser((e,t=[])=>[...t,e])
return d}const onByDefault=({kind:e,default:t})=>e==="flag"&&t==="true"
function hint(e){const t=[e.default!==undefined&&e.kind!=="flag"&&`default: ${e.default}`,e.env&&`env: ${e.env}`].filter(Boolean)
return t.length>0?` (${t.join(", ")})`:""}function rawValues(e,t){return Object.fromEntries(e.map(e=>{const s=toCommandOption(e)
const r=t[s.attributeName()]
if(s.negate)return[e.name,r===false?!onByDefault(e):undefined]
return[e.name,r]}))}function exitHelp(){return`\nExit codes:\n${a.hS.map(({code:e,meaning:t})=>`  ${String(e).padEnd(4)} ${t}`).join("\n")}`}var w=s(23423)
function canRewrite({isTTY:e,env:t}){return e===true&&t.TERM!=="dumb"&&!t.CI}function logScreen(e){const t=(0,w.A)(e)
return{progress:t.progress,line:t.line,stop:()=>t[Symbol.dispose]()}}var y=undefined&&undefined.__addDisposableResource||function(e,t,s){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var r,n
if(s){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=t[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=t[Symbol.dispose]
if(s)n=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(n)r=function(){try{n.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:r,async:s})}else if(s){e.stack.push({async:true})}return t}
var b=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(s){t.error=t.hasError?new e(s,t.error,"An error was suppressed during disposal."):s
t.hasError=true}var s,r=0
function next(){while(s=t.stack.pop()){try{if(!s.async&&r===1)return r=0,t.stack.push(s),Promise.resolve().then(next)
if(s.dispose){var e=s.dispose.call(s.value)
if(s.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,s){var r=new Error(s)
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
process.exit(a.NS.environment)}function flushed(e){return new Promise(t=>e.write("",()=>t()))}async function start(e,t){const s={stack:[],error:void 0,hasError:false}
try{const r=t.json===true
const n=paintFor(process.stderr)
const c=await openScreen(n,t.progress==="plain"?"plain":"auto")
const p=y(s,(0,d.Y)(c.line),false)
const f=(0,l.B)({progress:c.progress,log:e=>(0,o.vL)(e).forEach(c.line),signal:p.signal})
try{const s=(0,u.A)(t,f)
const{document:n,documents:o,exitCode:a}=await(0,h.S)(e,s,f)
c.stop()
if(r||e==="bake"||s.print)print(n)
else process.stdout.write(`${(0,i.q)(o,paintFor(process.stdout),columns())}\n`)
process.exitCode=a}catch(e){c.stop()
if(!p.signal.aborted)tell(e,n,r)
process.exitCode=(0,a.LL)(e)}if(p.signal.aborted)process.exitCode=a.NS.interrupted}catch(e){s.error=e
s.hasError=true}finally{b(s)}}async function openScreen(e,t){const now=()=>performance.now()
const{stderr:r,env:n}=process
if(t==="plain"||!canRewrite({isTTY:r.isTTY,env:n}))return logScreen({mode:t,write:e=>r.write(`${e}\n`),now:now})
const{liveScreen:o}=await Promise.all([s.e(5872),s.e(4637)]).then(s.bind(s,67018))
return o(r,e,now)}function tell(e,t,s){if(e instanceof n.yo){process.stderr.write(`${(0,i.f)(e.problems,t)}\n`)
if(s)print({kind:"lucid.error",version:1,problems:e.problems})
return}const r=process.env.LUCID_DEBUG&&e instanceof Error?e.stack:undefined
const o=r??(e instanceof Error?e.message:String(e))
process.stderr.write(`${t("red","error:")} ${o}\n`)
if(r===undefined)process.stderr.write("This is a fault in lucid itself. LUCID_DEBUG=1 shows where.\n")
if(s)print({kind:"lucid.error",version:1,problems:[{code:"lucid/fault",message:o}]})}const print=e=>process.stdout.write(`${JSON.stringify(e,undefined,"\t")}\n`)
const columns=()=>process.stdout.isTTY?process.stdout.columns:Number.POSITIVE_INFINITY}),11011:((e,t,s)=>{s.d(t,{r:()=>r})
const r="0.1.0"})}
