export const id=6573
export const ids=[6573,5507,5119,9241]
export const modules={85507:((e,n,t)=>{t.r(n)
t.d(n,{openEngine:()=>openEngine})
var s=t(85465)
var i=t(96273)
var r=t(97730)
var o=t(31421)
var a=t(78474)
var c=t(51455)
var d=t(48161)
var u=t(76760)
var l=t(57075)
var f=t(58500)
function readDestination(e){if(!URL.canParse(e))return undefined
const{protocol:n,username:t,password:s,hostname:i,port:r,pathname:o,search:a,hash:c}=new URL(e)
const plain=e=>/^[A-Za-z0-9_.:[\]%-]+$/.test(e)&&!e.startsWith("-")
if(n!=="ssh:"||s!==""||a!==""||c!=="")return undefined
if(!plain(i)||t!==""&&!plain(t))return undefined
const d=i.replace(/^\[|\]$/g,"")
return{name:t===""?d:`${t}@${d}`,args:[...r===""?[]:["-p",r],...t===""?[]:["-l",t],"--",d],socket:o===""||o==="/"?"/var/run/docker.sock":o}}const p=3e4
async function openSsh(e,n){const t=readDestination(e)
if(t===undefined)throw new s.yo({code:"options/value",message:`docker-host ${JSON.stringify(e)} is not an address for ssh`,fix:"write it as in ssh://pi@raspberrypi or ssh://pi@192.168.0.75:22"})
const i=await(0,c.mkdtemp)(u.join((0,d.tmpdir)(),"lssh-"))
const r=u.join(i,"c")
const l=u.join(i,"d")
const f=["BatchMode=yes","ServerAliveInterval=15","ServerAliveCountMax=4","ControlPersist=no","ConnectTimeout=20"]
const p=(0,o.spawn)("ssh",["-M","-N","-T","-S",r,...f.flatMap(e=>["-o",e]),"-L",`${l}:${t.socket}`,...t.args],{stdio:["ignore","ignore","pipe"]})
const close=async()=>{if(p.exitCode===null&&p.signalCode===null&&p.pid!==undefined){p.kill("SIGTERM")
await(0,a.once)(p,"close")}await(0,c.rm)(i,{recursive:true,force:true})}
try{await letIn(p,t.name,[r,l],n)}catch(e){await close()
throw e}return{dockerHost:`unix://${l}`,reach:{open:async(e,n)=>through(["-S",r,"-W",`127.0.0.1:${e}`,...t.args],n),...{host:t.name,address:"127.0.0.1",near:false}},[Symbol.asyncDispose]:close}}async function letIn(e,n,t,i){let r=""
let o
e.stderr?.on("data",e=>{r=(r+e.toString()).slice(-2e3)})
e.on("error",e=>{o=e.message})
e.on("close",e=>{o??=`ssh ended with ${e}`})
const a=performance.now()
for(;;){i.throwIfAborted()
if(o!==undefined||performance.now()-a>p)throw new s.yo({code:"engine/ssh",message:`ssh does not get into ${n}`,why:r.trim().split("\n").at(-1)||o||`no answer within ${p/1e3} s`,fix:"see that `ssh` gets in there without a question: a key in the agent, and the machine in known_hosts"})
const e=await Promise.all(t.map(e=>(0,c.access)(e).then(()=>true,()=>false)))
if(e.every(Boolean))return
await(0,f.setTimeout)(50)}}function through(e,n){const t=(0,o.spawn)("ssh",e,{stdio:["pipe","pipe","ignore"],signal:n})
const s=l.Duplex.from({readable:t.stdout,writable:t.stdin})
t.on("error",e=>s.destroy(e))
s.on("close",()=>t.kill())
return s}async function openEngine(e,n,t){const{env:i,signal:o,reachHost:a}=t
if(n.host!==undefined&&n.context!==undefined)throw new s.yo({code:"options/value",message:"docker-host and docker-context both say which engine",fix:"keep one of them"})
const c=n.host!==undefined?{DOCKER_HOST:n.host,DOCKER_CONTEXT:""}:n.context!==undefined?{DOCKER_HOST:"",DOCKER_CONTEXT:n.context}:{}
const there=(n,t)=>e(n,{...t,env:{...c,...t?.env}})
const d=n.host??await addressOf(there,n.context,i,o)
const u=/^(\w+):/.exec(d)?.[1]
if(u==="ssh"){const n=await openSsh(d,o)
const t={DOCKER_HOST:n.dockerHost,DOCKER_CONTEXT:""}
return{docker:(n,s)=>e(n,{...s,env:{...t,...s?.env}}),api:(0,r.Q)(n.dockerHost,{...i,...t}),reach:n.reach,[Symbol.asyncDispose]:()=>n[Symbol.asyncDispose]()}}const l=u==="tcp"||u==="https"||u==="http"?hostOf(d):undefined
return{...{docker:there,api:(0,r.Q)(d,{...i,...c}),reach:a(l??"127.0.0.1")},[Symbol.asyncDispose]:async()=>{}}}async function addressOf(e,n,t,r){const o=n===undefined?await(0,i.VH)(t):undefined
if(o!==undefined)return o
const a=["context","inspect","--format","{{.Endpoints.docker.Host}}"]
const c=await e(n===undefined?a:[...a,"--",n],{signal:r}).catch(()=>undefined)
if(c?.exitCode===0)return c.stdout.trim()
if(n===undefined)return""
throw new s.yo({code:"options/value",message:`there is no Docker context ${JSON.stringify(n)}`,fix:"see `docker context ls`, or make it: docker context create pi --docker host=ssh://pi@raspberrypi"})}const h=/^(?:localhost|127\..*|\[?::1\]?)$/
function hostOf(e){const n=e.replace(/^tcp:/,"http:")
if(!URL.canParse(n))return undefined
const{hostname:t}=new URL(n)
return h.test(t)?undefined:t.replace(/^\[|\]$/g,"")}}),97730:((e,n,t)=>{t.d(n,{Q:()=>apiAt,V:()=>usualApi})
var s=t(31421)
var i=t(37067)
var r=t(57075)
var o=t(96273)
const a="v1.45"
function apiAt(e,n){const t=socketOf(e)
if(t===undefined)return e=>asked(e,{createConnection:()=>dialed(n)})
const s=new i.Agent({keepAlive:true})
return async e=>{try{return await asked(e,{socketPath:t,agent:s})}catch(n){if(n.stale)return asked(e,{socketPath:t})
throw n}}}async function usualApi(e){const n=await(0,o.VH)(e)
return n===undefined||socketOf(n)===undefined?undefined:apiAt(n,e)}function socketOf(e){return/^unix:\/\/(\/.*)$/.exec(e)?.[1]??pipeOf(e)}function pipeOf(e){return/^npipe:(\/\/.*)$/.exec(e)?.[1]?.replace(/^\/\/(?=\/\/)/,"").replaceAll("/","\\")}function dialed(e){const n=(0,s.spawn)("docker",["system","dial-stdio"],{env:{...e},stdio:["pipe","pipe","pipe"]})
let t=""
n.stderr.on("data",e=>{t=(t+e.toString()).slice(-2e3)})
const i=new r.Duplex({read:()=>void n.stdout.resume(),write:(e,t,s)=>void n.stdin.write(e,()=>s())})
n.stdin.on("error",()=>{})
n.stdout.on("data",e=>{if(!i.push(e))n.stdout.pause()})
n.on("error",e=>i.destroy(new Error(`cannot run docker: ${e.message}`,{cause:e})))
n.on("close",e=>{if(e===0)i.push(null)
else i.destroy(new Error(t.trim()||`docker system dial-stdio ended with ${e}`))})
i.on("close",()=>n.kill())
return i}const c=new Set(["ECONNRESET","EPIPE"])
function asked({method:e,path:n,query:t,body:s,headers:r,signal:o,onData:d},u){return new Promise((l,f)=>{o?.throwIfAborted()
const p=s===undefined?undefined:JSON.stringify(s)
const h=t===undefined?"":`?${new URLSearchParams(t)}`
const m=(0,i.request)({...{...u,method:e,path:`/${a}${n}${h}`},headers:{...r,host:"docker",...p!==undefined&&{"content-type":"application/json","content-length":Buffer.byteLength(p)},...e==="POST"&&p===undefined&&{"content-length":0}}})
const abort=()=>m.destroy()
o?.addEventListener("abort",abort,{once:true})
const fail=e=>{o?.removeEventListener("abort",abort)
if(o?.aborted)f(o.reason)
else f(m.reusedSocket&&c.has(e.code??"")?Object.assign(e,{stale:true}):e)}
m.on("error",fail)
m.on("response",e=>{const{statusCode:n=0}=e
const t=[]
const done=()=>{o?.removeEventListener("abort",abort)
l({status:n,headers:e.headers,text:Buffer.concat(t).toString()})}
const enough=()=>{done()
m.destroy()}
const s=n>=200&&n<300
e.on("data",e=>d&&s?d(e,enough):t.push(e))
e.on("error",fail)
e.on("end",done)})
m.end(p)})}}),75747:((e,n,t)=>{t.d(n,{IK:()=>inspectBuilder,LV:()=>readInfo,P7:()=>inspectEngine,Q2:()=>canRun,c4:()=>withEmulated,ez:()=>o,hh:()=>refuseEngine,kj:()=>readBuilder,p7:()=>engineProblems})
var s=t(62088)
var i=t(85465)
const r={server:"26.0.0",buildx:"0.13.0",compose:"2.20.0"}
async function inspectEngine(e,n={}){const{builder:t,signal:s,needs:i}=n
const r=i===undefined||i.build===true||i.platforms!==undefined
const[o,a]=await Promise.all([e(["info","--format","{{json .}}"],s===undefined?{}:{signal:s}).catch(()=>undefined),r?inspectBuilder(e,{builder:t,signal:s}):undefined])
s?.throwIfAborted()
if(o===undefined)return{containerdStore:false}
return{...readInfo(o.stdout,o.stderr),...a!==undefined&&{builder:a}}}async function inspectBuilder(e,{builder:n,signal:t}){const s=["buildx","inspect",...n===undefined?[]:["--",n]]
const i=await e(s,t===undefined?{}:{signal:t}).catch(()=>undefined)
return i&&withEmulated(readBuilder(i),process.env[o])}const o="LUCID_EMULATED"
function withEmulated(e,n){if(e===undefined||e.driver!=="docker"||!n)return e
return{...e,platforms:[...new Set([...e.platforms,...n.split(",")])]}}function readInfo(e,n){let t
try{t=JSON.parse(e)}catch{t={}}const plugin=e=>t.ClientInfo?.Plugins?.find(n=>n.Name===e)?.Version
const s=t.ServerVersion||undefined
const i=t.ClientInfo?.Version||undefined
const r=t.ServerErrors?.join("; ")||n.trim()||"no daemon answers"
const o=a[t.Architecture??""]??t.Architecture
return{...i!==undefined&&{client:i},...s!==undefined?{server:s}:{unreachable:r},...s!==undefined&&o!==undefined&&{native:`${t.OSType??"linux"}/${o}`},...t.Name&&t.KernelVersion&&{machine:{name:t.Name,kernel:t.KernelVersion}},...t.RegistryConfig?.Mirrors?.length&&{mirrors:t.RegistryConfig.Mirrors},...optional("buildx",plugin("buildx")),...optional("compose",plugin("compose")),containerdStore:(t.DriverStatus??[]).some(([,e])=>e==="io.containerd.snapshotter.v1")}}const a={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
function optional(e,n){return n===undefined||n===""?{}:{[e]:n}}function readBuilder({exitCode:e,stdout:n,stderr:t}){const field=e=>{const t=new RegExp(`^${e}:[ \\t]*(\\S.*)$`,"m").exec(n)?.[1]
return t?.trim()}
const s=field("Name")
const i=field("Error")??(e===0?undefined:t.trim())
if(s===undefined)return i===undefined?undefined:{name:"",driver:"",platforms:[],error:i}
const r=[...n.matchAll(/^Platforms:[ \t]*(\S.*)$/gm)].flatMap(([,e=""])=>e.split(",").map(e=>e.trim().replace(/\*$/,"")))
return{name:s,driver:field("Driver")??"",platforms:[...new Set(r)],...i!==undefined&&{error:i}}}function canRun(e,n){const plain=e=>e.replace(/\/arm64\/v8$/,"/arm64").replace(/\/arm$/,"/arm/v7")
return e.some(e=>plain(e)===plain(n))}function refuseEngine(e,n){const t=engineProblems(e,n)
if(t.length>0)throw new i.yo(t)
return e}function engineProblems(e,n){if(e.client===undefined&&e.server===undefined&&e.unreachable===undefined)return[{code:"engine/missing",message:"there is no docker command",fix:"install Docker Engine (https://docs.docker.com/engine/install/) and see that docker is on the PATH"}]
const t=[]
if(e.server===undefined)t.push({code:"engine/not-running",message:"no Docker daemon answers",...e.unreachable!==undefined&&{why:e.unreachable},fix:"start Docker (systemctl start docker, or Docker Desktop), or point DOCKER_HOST or DOCKER_CONTEXT at one that runs; joining the group docker helps when permission was denied"})
else t.push(...tooOld("Docker Engine",e.server,r.server,"engine/too-old"))
if(n.build)t.push(...buildProblems(e))
if(n.smoke)t.push(...plugin("Docker Compose","docker-compose-plugin",e.compose,r.compose,"compose"))
if(t.length===0)t.push(...platformProblems(e,n.platforms??[]))
return t}function buildProblems(e){const n=[...plugin("buildx","docker-buildx-plugin",e.buildx,r.buildx,"buildx")]
const{builder:t}=e
if(e.server===undefined||e.buildx===undefined||t===undefined)return n
if(t.error!==undefined)n.push({code:"engine/builder",message:`the builder ${t.name||"that was named"} is of no use`,why:t.error,fix:"see `docker buildx ls`; `docker buildx use default` goes back to Docker's own"})
else if(t.driver==="docker"&&!e.containerdStore)n.push({code:"engine/image-store",message:"this Docker Engine keeps images in its old store, which cannot push reproducible images",why:"annotations and rewritten timestamps need containerd's image store, or a builder of its own",fix:'set {"features": {"containerd-snapshotter": true}} in /etc/docker/daemon.json and restart Docker, or `docker buildx create --driver=docker-container --use`'})
return n}function platformProblems({builder:e,native:n},t){const s=e?.platforms.length?e.platforms:n===undefined?[]:[n]
return t.filter(e=>!canRun(s,e)).map(n=>({code:"engine/platform",message:`nothing here runs ${n}`,why:`${e?.name?`the builder ${e.name}`:"the engine"} runs ${s.join(", ")||"nothing"}`,fix:`take a machine of that kind (runs-on: ubuntu-24.04-arm for linux/arm64), or add emulation: \`docker run --privileged --rm tonistiigi/binfmt --install ${n.split("/")[1]??"arm64"}\`, or the package qemu-user-static`}))}function plugin(e,n,t,s,i){if(t===undefined)return[{code:`engine/${i}-missing`,message:`${e} is not installed`,fix:`install the package ${n}`}]
return tooOld(e,t,s,`engine/${i}-too-old`)}function tooOld(e,n,t,i){const r=s.coerce(n)
if(r===null||s.gte(r,t))return[]
return[{code:i,message:`${e} ${n} is too old`,fix:`install ${e} ${t} or newer`}]}}),9624:((e,n,t)=>{t.r(n)
t.d(n,{lookAtEngine:()=>lookAtEngine,lookAtUsualEngine:()=>lookAtUsualEngine,requireCompose:()=>requireCompose})
var s=t(34055)
var i=t(75747)
var r=t(97730)
async function lookAtEngine(e,n){const{docker:t,api:r,exec:o,env:a,signal:c,builder:d}=n
const u=r&&await Promise.all([infoOf(r,c),e.build?(0,s.wc)(o,"buildx",a,c):"",e.smoke?(0,s.wc)(o,"compose",a,c):"",e.build?(0,i.IK)(t,{signal:c,builder:d}):undefined])
c.throwIfAborted()
const[l,f,p,h]=u??[]
if(l===undefined||f===undefined||p===undefined)return(0,i.P7)(t,{signal:c,needs:e,...d!==undefined&&{builder:d}})
return{...(0,i.LV)(l,""),...f!==""&&{buildx:f},...p!==""&&{compose:p},...h!==undefined&&{builder:h}}}async function lookAtUsualEngine(e,n){return lookAtEngine(e,{...n,api:await(0,r.V)(n.env)})}async function requireCompose(e){(0,i.hh)(await lookAtEngine({smoke:true},e),{smoke:true})}async function infoOf(e,n){const t=await e({method:"GET",path:"/info",signal:n}).catch(()=>undefined)
return t?.status===200?t.text:undefined}}),81073:((e,n,t)=>{t.d(n,{Nh:()=>entrypointFilled,Np:()=>runs,VR:()=>userVerdict,ix:()=>megabytes,l2:()=>checkConfig,sz:()=>expanded})
var s=t(73489)
const i="org.opencontainers.image.revision"
function checkConfig(e,n,t,s,{platform:r,outcome:o}){const{verify:a,ports:c}=t
e.add("platform",{ok:n.platform===r,expected:r,actual:n.platform})
if(a.user!==undefined)e.add("user",userVerdict(a.user,n.user))
for(const t of a.labels)e.add("labels",{name:`label ${t}`,...filled(n.labels[t])})
e.add("revision",revisionVerdict(n.labels[i],s,o))
e.add("labels-expanded",{name:"labels expanded",...expanded(n.labels)})
if(a.maxSize===undefined)e.skip("size","the catalog sets no verify.max_size")
else e.add("size",sizeVerdict(a.maxSize,n.size))
for(const{container:t,protocol:s}of c){const i=`${t}/${s}`
const r=n.exposedPorts.includes(i)
e.add("port",{name:`port ${i}`,ok:r,expected:"exposed",actual:n.exposedPorts.join(", ")})}}const runs=({run:e,ports:n,health:t})=>e!=="never"&&(e==="job"||n.length>0||t!==undefined)
function entrypointFilled(e,{entrypoint:n,command:t}){e.add("entrypoint",filled((n??t)?.join(" ")))}function filled(e){return{ok:e!==undefined&&e.trim()!=="",expected:"filled",actual:e}}function userVerdict(e,n){const t=e.includes(":")?n:n?.split(":")[0]
return{ok:t===e,expected:e,actual:n??"root"}}function revisionVerdict(e,{revision:n},t){return t==="built"?{ok:e===n,expected:n,actual:e}:filled(e)}function expanded(e){const n=Object.entries(e).filter(([,e])=>/\$[{(A-Za-z_]/.test(e))
return{ok:n.length===0,expected:"no $ left",actual:(0,s.H)(n.map(([e,n])=>`${e}=${n.slice(0,200)}`))}}const megabytes=e=>`${(e/1e6).toFixed(1)} MB`
function sizeVerdict(e,n){return{ok:n<=e,expected:`at most ${megabytes(e)}`,actual:megabytes(n)}}}),73489:((e,n,t)=>{t.d(n,{H:()=>few,v:()=>Verdicts})
var s=t(23600)
class Verdicts{#e
#n=[]
#t=new Map
constructor({checks:e={}}){this.#e=e}wants(e){if(this.#e[e]!=="off")return true
this.skip(e,"switched off in the catalog")
return false}isSet(e){return Object.hasOwn(this.#e,e)}add(e,{name:n=e,ok:t,expected:i,actual:r}){if(!this.wants(e))return
const o=this.#e[e]??s.a.find(n=>n.id===e)?.level
const a=r===undefined||r===""?"none":r
this.#n.push({id:e,name:n,ok:t,expected:i,actual:a,...o==="warning"&&{level:o}})}skip(e,n){if(!this.#t.has(e))this.#t.set(e,{id:e,reason:n})}get checks(){return this.#n}get unchecked(){return[...this.#t.values()]}}function few(e,n=5){const t=e.length-n
return t>0?`${e.slice(0,n).join(", ")} and ${t} more`:e.join(", ")}}),35771:((e,n,t)=>{t.d(n,{AU:()=>fold,DV:()=>codeBlock,Qj:()=>markdownTable,p7:()=>markdownText,ti:()=>inlineCode})
function markdownText(e){return e.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g," ").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/[\\`*_{}[\]|~]/g,"\\$&").replace(/:\/\//g,"&#58;//").replace(/\bwww\./gi,e=>`${e.slice(0,-1)}&#46;`).trim()}function markdownTable(e,n){const line=e=>`| ${e.join(" | ")} |`
return[line(e.map(e=>e.replace(/:$/,""))),line(e.map(e=>e.endsWith(":")?"---:":"---")),...n.map(line)].join("\n")}function fold(e,n){return`<details><summary>${e}</summary>\n\n${n}\n\n</details>`}function codeBlock(e){return e.flatMap(e=>e.split(/\r\n|[\r\n\u2028\u2029]/)).map(e=>`    ${e.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g,"")}`).join("\n")}function inlineCode(e){return/[`|\u0000-\u001f]/.test(e)?markdownText(e):`\`${e}\``}}),24280:((e,n,t)=>{t.d(n,{Pl:()=>headline,Wr:()=>healthOf,dM:()=>markedHeadline})
var s=t(65421)
var i=t(83386)
var r=t(84919)
var o=t(9851)
var a=t(63691)
const c=["failed","blocked","held","superseded","skipped","cancelled","not part of this release","unknown"]
function headline(e,n){const count=(e,t)=>{const s=n.filter(e).length
return s===0?[]:[`${s} ${t}`]}
const isUnchanged=e=>(e.decision==="unchanged"||e.kept===true)&&e.outcome!=="unknown"&&e.outcome!=="cancelled"
const t=[...n.length===0?["nothing selected"]:[],...healthWords(n),...count(({buildMs:e})=>e!==undefined,"built"),...count(({decision:e,buildMs:n,outcome:t})=>e==="build"&&n===undefined&&t==="planned","to build"),...count(isUnchanged,"unchanged"),...c.flatMap(e=>count(({outcome:n})=>n===e,e)),...jobWords(e,n),...e.durationMs===undefined?[]:[(0,s.p0)(e.durationMs)]]
const i=(0,o.r)(e)||(0,a.ZH)(e,n).color==="red"?0:jobsSaved(e.plan)
return`${t.join(", ")}${i>0?`; ${(0,s.LS)(i,"job")} saved`:""}${heldWords(n)}`}function heldWords(e){const n=new Set(e.flatMap(({outcome:e,problem:n})=>e==="held"&&n?[n]:[]))
const[t]=n
if(t===undefined)return""
return`; ${t}${n.size>1?`, and ${(0,s.LS)(n.size-1,"other cause")} below`:""}`}const d={green:"\u2705",yellow:"\ud83d\udfe1",red:"\u274c"}
const markedHeadline=(e,n)=>`${d[(0,a.ZH)(e,n).color]} ${headline(e,n)}`
function jobWords(e,n){const t=(0,a.ZH)(e,n)
if(t.color!=="red"||n.some(e=>(0,a.HN)(e)==="red"))return[]
return t.kind==="cancelled"?["cancelled"]:[(0,i.Lo)(e)??[]].flat()}function healthOf(e){const n=e.filter(({health:e,passedBefore:n})=>e==="healthy"||n!==undefined).length
const t=e.filter(({health:e})=>e==="unhealthy"||e==="unknown").length
return{healthy:n,tried:n+t}}function healthWords(e){const{healthy:n,tried:t}=healthOf(e)
return t===0?[]:[`${n} of ${t} healthy`]}function jobsSaved({estimate:e}){return e===undefined?0:e.jobEach.jobs-e.matrix.jobs}const headlineOf=e=>headline(e,toRows(e))}),14142:((e,n,t)=>{t.d(n,{Gf:()=>i,Yq:()=>withRun,gM:()=>before,mC:()=>findingLine,uZ:()=>pastRun})
var s=t(24280)
const i={kind:"lucid.history",version:1,runs:[]}
const r=90
const o=2e6
const a=500
const c=300
function pastRun(e,n,t,i){const{plan:r,lint:o,url:c,durationMs:d}=e
return{...{id:t,at:i,revision:r.source.revision,headline:(0,s.Pl)(e,n)},...c!==undefined&&{url:c},...d!==undefined&&{durationMs:Math.round(d)},services:Object.fromEntries(n.map(e=>[e.service,pastService(e)])),...o!==undefined&&{findings:o.findings.slice(0,a).map(findingLine)}}}function pastService({outcome:e,digest:n,size:t,buildMs:s,readyMs:i,latencyMs:r,health:o,problem:a}){const d={digest:n,size:t,buildMs:s,readyMs:i,latencyMs:r,health:o,problem:a?.slice(0,c)}
return{outcome:e,...Object.fromEntries(Object.entries(d).filter(([,e])=>e!==undefined))}}function findingLine({code:e,message:n,at:t}){return`${t===undefined?"":`${t.file}: `}${n} (${e})`.slice(0,c)}function before({runs:e},n){const t=e.findIndex(e=>e.id===n)
return t===-1?e:e.slice(0,t)}function withRun(e,n){const t=e.runs.find(({id:e})=>e===n.id)
if(t!==undefined&&Object.keys(t.services).length>Object.keys(n.services).length)return e
const s=t===undefined?[...e.runs,n]:e.runs.map(e=>e===t?{...n,at:e.at}:e)
let i=s.slice(-r)
const a=i.map(e=>Buffer.byteLength(JSON.stringify(e)))
let c=a.reduce((e,n)=>e+n,0)
let d=0
while(c>o&&d<i.length-1)c-=a[d++]??0
i=i.slice(d)
return{...e,runs:i}}}),28332:((e,n,t)=>{t.d(n,{T:()=>failedCheckLines,p:()=>verifyWords})
var s=t(15044)
var i=t(65421)
var r=t(9851)
function failedCheckLines(e){const n=new Set(e.plan.services.filter(({policy:e})=>e.verify==="advisory").map(({name:e})=>e))
const t=(0,r.Q)(e)
const i=t.flatMap(({service:e,platform:i,checks:r})=>{const o=t.filter(n=>n.service===e).length>1
const a=r.filter(({ok:e})=>!e)
const c=new Set(n.has(e)?[]:(0,s.HH)(a))
return a.map(n=>({level:c.has(n)?"error":"warning",text:`${e}${o?` ${i}`:""} ${(0,s.iW)(n)} [${n.id}]`}))})
return[...i].sort((e,n)=>e.level<n.level?-1:e.level>n.level?1:0)}function verifyWords({images:e,layers:n}){const t=e.flatMap(e=>e.checks)
const count=(e,n)=>e===0?[]:[`${e} ${n}`]
const r=(0,s.HH)(t).length
const o=t.filter(({ok:e})=>!e).length
const a=[(0,i.LS)(t.length,"check"),...count(r,"failed"),...count(o-r,o-r===1?"warning":"warnings"),...count(e.reduce((e,{unchecked:n})=>e+n.length,0),"not looked at")]
return`${(0,i.LS)(e.length,"image")}: ${a.join(", ")}; ${(0,i.LS)(n.read,"layer")} of ${(0,i.Ej)(n.bytes)} read`}}),57246:((e,n,t)=>{t.d(n,{a:()=>estimateWords})
var s=t(65421)
const i={times:"by earlier build times",sizes:"by image sizes",guess:"by guess: no build times are known yet"}
function estimateWords({matrix:e,jobEach:n,by:t}){const r=n.jobs-e.jobs
const o=instead((0,s.LS)(e.jobs,"job"),e.jobs,n.jobs)
const a=instead(`about ${minutes(e.wallSeconds)} min`,minutes(e.wallSeconds),minutes(n.wallSeconds))
const c=instead((0,s.LS)(e.billedMinutes,"billed minute"),e.billedMinutes,n.billedMinutes)
return`on GitHub ${o}${r>0?` (${r} saved)`:""}: ${a}, ${c}, ${i[t]}`}const instead=(e,n,t)=>n===t?e:`${e} instead of ${t}`
const minutes=e=>Math.ceil(e/60)}),40414:((e,n,t)=>{t.d(n,{Ph:()=>findingTotals,QQ:()=>findingList,TC:()=>findingRemarks,cB:()=>lintSummary})
var s=t(85465)
var i=t(65421)
var r=t(35771)
function findingTotals({findings:e,files:n,baseline:t}){const count=n=>e.filter(e=>e.severity===n).length
const s=t===undefined||t.old===0?"":`, ${t.old} known to the baseline`
return`${(0,i.LS)(n,"Dockerfile")}: ${(0,i.LS)(count("error"),"error")}, ${(0,i.LS)(count("warning"),"warning")}, ${(0,i.LS)(count("note"),"note")}${s}`}function findingRemarks({skipped:e=[],baseline:n}){const t=n?.gone??0
return[...e.map(({check:e,why:n})=>`not checked: ${e==="packages"?"":"BuildKit's own checks: "}${n}`),...t===0?[]:[`${(0,i.LS)(t,"finding")} of the baseline ${t===1?"is":"are"} gone: --update-baseline`]]}function findingList(e,n){const t=e.slice(0,n).map(({severity:e,code:n,message:t,at:i,fix:o})=>{const a=i===undefined?"":`${(0,r.ti)((0,s.j$)(i))} `
return`- ${e}: ${a}${(0,r.p7)(t)} (${n})${o?`. ${(0,r.p7)(o)}`:""}`})
const o=e.length-t.length
if(t.length===0)return""
return(0,r.AU)((0,i.LS)(e.length,"finding"),[...t,...o>0?[`- ${o} more`]:[]].join("\n"))}const o={error:"\u274c error",warning:"\u26a0\ufe0f warning",note:"note"}
const a=500
function lintSummary(e){const{findings:n}=e
const t=n.slice(0,a).map(({severity:e,code:n,message:t,at:i,fix:a})=>[o[e],i===undefined?"":(0,r.p7)((0,s.j$)(i)),`${(0,r.p7)(t)}${a===undefined?"":`<br>${(0,r.p7)(a)}`}`,n].join(" | "))
const i=n.length-t.length
return[`### ${n.some(({severity:e})=>e==="error")?"\u274c":"\u2705"} ${findingTotals(e)}`,...t.length===0?[]:[["| severity | where | what | rule |","| --- | --- | --- | --- |",...t.map(e=>`| ${e} |`)].join("\n")],...i>0?[`${i} more are in the log of this step.`]:[],...findingRemarks(e).map(e=>`- ${(0,r.p7)(e)}`)].join("\n\n")}}),71237:((e,n,t)=>{t.d(n,{l:()=>inputsText})
var s=t(65421)
var i=t(68261)
function inputsText(e,n){const{service:t,platform:r,dockerfile:o}=e
const a=[n(`${t} (${r}), ${o}`),...e.wholeContext.map(({reason:e,line:n})=>`  all of the context counts: ${e}${at(n)}`),...e.files.flatMap(({instruction:e,line:n,context:t,paths:i})=>[`  ${e}${t===undefined?"":` (${t})`}${at(n)}: ${(0,s.LS)(i.length,"file")}`,...i.map(e=>`    ${e}`)]),...e.images.map(({ref:e,use:n,line:t,platform:s,pinned:i})=>{const r=i===undefined?"":` -> ${i}`
return`  ${n==="syntax"?"syntax":`${n} image`} ${e} for ${s}${at(t)}${r}`}),...pairs("image of this catalog",e.catalogImages),...pairs("context",e.contexts),...e.urls.map(({url:e,line:n,pinned:t})=>`  ADD ${e}${at(n)}${t?"":", which may change unseen"}`),...pairs("argument",e.args),...list("argument that does not count",e.volatileArgs),...list("secret",e.secrets),...list("ssh",e.ssh)]
return a.map(i.Is).join("\n")}const at=e=>e===undefined?"":` at line ${e}`
function pairs(e,n){return Object.entries(n).map(([n,t])=>`  ${e} ${n} = ${t}`)}const list=(e,n)=>n.map(n=>`  ${e} ${n}`)}),1669:((e,n,t)=>{t.d(n,{X5:()=>endpointOf,f7:()=>diagnosisText,k4:()=>isDiagnosis,zv:()=>smokeLines})
var s=t(65421)
var i=t(68261)
function endpointOf({ref:e,probes:n,service:t}){const s=/([^/]+)@/.exec(e)?.[1]??t
const i=n.find(({port:e})=>e!==undefined)?.port
return i===undefined?s:`${s}:${i}`}const r={healthy:"\u2713",unhealthy:"\u2717",unknown:"?","not tried":"?",skipped:"-"}
function smokeLines({services:e,network:n,leftovers:t=[]}){const s=e.filter(({verdict:e})=>e!=="skipped")
if(s.length===0)return[]
const o=new Set(s.map(({platform:e})=>e)).size>1
const a=`network ${n.name}${n.subnet===undefined?"":` ${n.subnet}`}`
return[`${a} \u2713${n.note===undefined?"":`: ${n.note}`}`,...s.map(e=>{const n=e.verdict==="healthy"?wellWords(e):e.failure?.guess??e.reason??"no reason known"
return(0,i.Is)(`${endpointOf(e)}${o?` ${e.platform}`:""} ${r[e.verdict]} ${n}`.trimEnd())}),...t.map(e=>`left behind, for the next run to remove: ${e}`)]}function wellWords({architecture:e,readyMs:n,probes:t,warnings:i=[],reason:r}){const o=t[0]?.latencyMs
return[e,n!==undefined&&`ready in ${(0,s.p0)(n)}`,o!==undefined&&`answers in ${(0,s.p0)(o)}`,...i.map(e=>`warning: ${e}`),r].filter(Boolean).join(", ")}const isDiagnosis=(e,n)=>e.startsWith(`${n} `)&&/^.*: .*\nimage {7}\S+\nfailed in {3}\w+\n/.test(e)
function diagnosisText({service:e,platform:n,ref:t,failure:s,needs:r=[],probes:o}){if(s===undefined)return""
const{phase:a,guess:c,lastProbe:d,exitCode:u,exitMeaning:l,healthLog:f=[],ports:p=[],inspect:h,log:m}=s
const section=(e,n)=>n.length===0?[]:["",e,...n.map(e=>`  ${e}`)]
return[`${e} ${n}: ${c}`,`image       ${t}`,`failed in   ${a}`,...d===undefined?[]:[`last probe  ${d}`],...u===undefined?[]:[`exit code   ${u}${l===undefined?"":` (${l})`}`],...r.length===0?[]:[`needs       ${r.join(", ")}`],...section("probes",o.map(({ok:e,kind:n,target:t,error:s})=>`${e?"\u2713":"\u2717"} ${n} ${t}${s===undefined?"":`: ${s}`}`)),...section("ports",p.map(({container:e,published:n,listens:t})=>[e,n===undefined?"not published":`published on ${n}`,...t===undefined?[]:[t==="nothing"?"nothing listens":`listens on ${t}`]].join(", "))),...section("health log",f.map(({exitCode:e,output:n})=>`exit ${e}${n===""?"":`: ${n}`}`)),...section("inspect",Object.entries(h??{}).map(([e,n])=>`${e}: ${n}`)),...section("log",m)].map(e=>(0,i.Is)(e)).join("\n")}}),95010:((e,n,t)=>{t.d(n,{ed:()=>textTable,j:()=>healthWord,kJ:()=>checksWord})
var s=t(65421)
var i=t(68261)
var r=t(16760)
var o=t(63691)
const a={title:"SERVICE",cell:({service:e})=>e}
const c={title:"DECISION",cell:e=>(0,o.HN)(e)==="red"?`\u2717 ${e.outcome}`:e.decision}
const d={title:"WHY",cell:({why:e,problem:n})=>n??e}
const u={plan:[{...c,cell:e=>e.decision==="blocked"?"\u2717 blocked":e.decision},a,d],run:[a,c,{title:"DIGEST",cell:({digest:e})=>e===undefined?"-":(0,s.VK)(e)},{title:"SIZE",right:true,cell:e=>e.size===undefined?"-":(0,s.Ej)(e.size)},{title:"BUILD",right:true,cell:({buildMs:e})=>e===undefined?"-":(0,s.p0)(e)},{title:"CHECKS",cell:checksWord},{title:"HEALTH",cell:healthWord},{title:"LATENCY",right:true,cell:({latencyMs:e})=>e===undefined?"-":(0,s.p0)(e)},d]}
function healthWord({health:e,architecture:n}){if(e==="healthy")return`\u2713 ${n??"healthy"}`
if(e==="unhealthy")return"\u2717 unhealthy"
return e==="unknown"||e==="not tried"?`? ${e}`:"-"}function checksWord({checks:e}){if(e===undefined)return"-"
const{passed:n,failed:t,warned:s}=e
const i=t.length>0?"\u2717":s.length>0?"!":"\u2713"
const r=t.length+s.length
return r===0?`${i} ${n}`:`${i} ${n} of ${n+r}`}function textTable(e,n=Number.POSITIVE_INFINITY,t="run"){const s=u[t].filter(({cell:n})=>e.length===0||e.some(e=>n(e)!=="-"))
const o=[s.map(({title:e})=>e),...e.map(e=>s.map(({cell:n})=>(0,i.Is)(n(e))))]
const a=s.map((e,n)=>Math.max(...o.map(e=>(0,r.qz)(e[n]??""))))
return o.map(e=>{const t=e.map((e,n)=>s[n]?.right?(0,r.Ho)(e,a[n]??0):(0,r.M7)(e,a[n]??0)).join("  ").trimEnd()
return(0,r.yd)(t,Math.max(2,n))}).join("\n")}}),61071:((e,n,t)=>{t.r(n)
t.d(n,{build:()=>stage_build,lint:()=>lint,partOf:()=>partOf,publish:()=>stage_publish,report:()=>report,run:()=>stage_run,smoke:()=>stage_smoke,verify:()=>stage_verify,verifyHost:()=>verifyHost})
var s=t(75747)
var i=t(15351)
var r=t(73024)
var o=t(76760)
var a=t(50971)
var c=t(85465)
var d=t(8496)
var u=t(94164)
var l=t(86702)
var f=t(40749)
async function planFor(e,n,t,s){const{plan:i,out:d}=e
if(i===undefined)return(0,f.plan)(e,n,t,s)
const l=(0,a.lS)(i)
const p=l?o.resolve(d,"plan.json"):o.resolve(n.cwd,i)
const h=l?(0,a.l1)(i,"lucid.plan"):await(0,u.u0)(p,"lucid.plan",1)
if(h===undefined)throw new c.yo({code:"document/missing",message:"there is no such plan",at:{file:i},fix:"write one with `lucid plan`, or leave the option out to have one made"})
const m=o.dirname(o.resolve(n.cwd,e.catalog))
if(!(0,r.existsSync)(m))throw new c.yo({code:"catalog/unreadable",message:"there is no such folder, which the plan's paths are relative to",at:{file:m},fix:"name the catalog that the plan was made of with --catalog"})
const g={...h,root:m}
const w=partOf(g,l?"the packed plan":i,e,s)
await(0,u.ft)(d,!l&&o.resolve(d,"plan.json")===p?g:w)
return w}function partOf(e,n,{service:t,phase:s,platform:i},r="to-build"){const o=e.services.filter(({name:n})=>e.selected.includes(n))
const a=(0,l.Z)({...e,file:n,services:o},{services:t,phases:s});(0,d.F)(i,e.services)
const c=(0,d.i)(i)
if(a.length===o.length&&c.length===0)return e
const u=new Set(a.map(({name:e})=>e))
const f=e.selected.filter(e=>u.has(e))
for(const n of u){const t=e.services.find(e=>e.name===n)?.needs??[]
for(const e of r==="to-run"?t:[])u.add(e)
for(const t of e.images)if(t.service===n)for(const e of Object.values(t.from))u.add(e)}return{...e,selected:f,images:e.images.filter(e=>u.has(e.service)&&(c.length===0||c.includes(e.platform)))}}var p=t(32992)
function onRunner(e,{env:n}){const t=n.RUNNER_NAME
if(!t)return e
return e.map(e=>e.startedAt===undefined||e.runner!==undefined?e:{...e,runner:t})}var h=t(26338)
var m=t(16083)
var g=t(11886)
var w=t(20785)
var y=t(40318)
var b=t(15796)
var k=t(81073)
var v=t(73489)
function verifyImage(e,n,t,s){const i=new v.v(n.verify);(0,k.l2)(i,e,n,t,s)
if((0,k.Np)(n))(0,k.Nh)(i,e)
return i.checks}var $=t(32270)
var x=t(68261)
const S=200
function specOf(e){const{user:n,workingDir:t,env:s,entrypoint:i,command:r,exposedPorts:o,healthcheck:a}=e
return{...n!==undefined&&n!==""&&{user:n},...t!==undefined&&{workingDir:t},env:Object.fromEntries(Object.entries(s).map(([e,n])=>[e,isSecret(e,n)?"***":n])),...i!==undefined&&{entrypoint:i},...r!==undefined&&{command:r},exposedPorts:o,...a!==undefined&&{healthcheck:a},layers:layersOf(e)}}const isSecret=(e,n)=>n!==""&&(/pass|secret|token|credential|(^|_)key$/i.test(e)||/:\/\/[^/@\s]*:[^/@\s]+@/.test(n))
function layersOf({layers:e,history:n}){const t=n.filter(({empty:e})=>!e)
const s=t.length===e.length&&!t.some(({createdBy:e})=>/^\[[^\]]* \d+\/\d+\] /.test(e))
return e.map(({size:e},n)=>{const i=s?instruction(t[n]?.createdBy??""):""
return i===""?{size:e}:{size:e,by:i}})}function instruction(e){const n=(0,x.Is)(e).replace(/\s+/g," ").replace(/ # buildkit$/,"").replace(/^\/bin\/sh -c #\(nop\) +/,"").replace(/^(RUN )?(?:\|\d+ (?:\S+=\S* )*)?\/bin\/sh -c /,"RUN ").trim()
return n.length>S?`${n.slice(0,S-1)}\u2026`:n}const O=[0,250,500,1e3,2e3,4e3,8e3]
async function pause(e,{signal:n,report:t}){t({until:$.m.now()+e,next:"retry"})
await(0,$.y)(e,n)}async function readBack(e,n,t,s){let i
for(const r of O){if(r>0)await pause(r,s)
i=(await e.head(n.contentRef))?.digest
if(i!==t)continue
const o=await e.imageFacts(`${(0,g._M)(n.contentRef)}@${t}`,n.platform)
if(o!==undefined)return{digest:t,facts:o}}throw new Error(i===undefined||i===t?`${n.contentRef} was pushed as ${t}, but the registry does not have it`:`${n.contentRef} was pushed as ${t}, but the registry has ${i} there`)}async function giveContentTag(e,{contentRef:n},t,s){const i=`${(0,g._M)(n)}@${t}`
for(const t of O){if(t>0)await pause(t,s)
const r=await e.manifest(i)
if(r===undefined)continue
await e.putManifest(n,r.bytes,r.descriptor.mediaType)
return}throw new Error(`${i} was pushed, but the registry does not have it`)}function rowFacts(e,n,t,{platform:s,outcome:i}){const{attestations:r}=e
return{digest:e.digest,size:e.size,layers:e.layers.length,spec:specOf(e),...r.length>0&&{attestations:r.map(({digest:e})=>e)},checks:verifyImage(e,n,t,{platform:s,outcome:i})}}async function buildFromRegistry(e,n){const t=await Promise.all(e.images.map(t=>find(t,e,n)))
return{kind:"lucid.build",version:1,revision:e.source.revision,images:t,command:[],durationMs:0}}async function find(e,{services:n,source:t},s){const{platform:i,fingerprint:r,contentRef:o,decision:a}=e
const c=n.find(({name:n})=>n===e.service)
if(c===undefined)throw new Error(`the plan has an image of ${e.service}, but no such service`)
const d={service:c.name,platform:i,fingerprint:r,contentRef:o,checks:[]}
if(a.kind==="blocked")return{...d,outcome:"failed",error:{message:a.problems[0]?.message??"cannot be planned"}}
let u
try{u=await s.imageFacts(o,i)}catch(e){if(!(0,b.U)(e))throw e
return{...d,outcome:"failed",error:{message:e.message,code:"registry/denied"}}}if(u===undefined)return{...d,outcome:"skipped",error:{message:missing(o,a.kind)}}
const l=rowFacts(u,c,t,{platform:i,outcome:"unchanged"})
const f=a.kind==="build"&&a.keep?.digest===u.digest
return{...d,outcome:a.kind==="build"&&!f?"built":"unchanged",...l}}function missing(e,n){return n==="build"?`is not in the registry: ${e}`:`was in the registry when the plan was made, and is gone: ${e}. Fix: run all jobs again, the plan too`}var E=t(38522)
var M=t(24454)
const j="application/vnd.lucid.note.v1+json"
const I={run:"com.lucid.run",row:"com.lucid.row"}
const P=5e5
const T=16*1024*1024
function runId({GITHUB_ACTIONS:e,GITHUB_REPOSITORY:n,GITHUB_RUN_ID:t}){return e==="true"&&t?`${n??""}/${t}`:undefined}const noteRef=(e,n)=>`${e}.${n}`
async function writeNote(e,n,t,{run:s,row:i}){const r={[E.constants.BROTLI_PARAM_QUALITY]:6}
const o=(0,E.brotliCompressSync)(JSON.stringify(i),{params:r}).toString("base64")
if(o.length>P)return
const{digest:a,size:c}=await e.putBlob((0,g._M)(n),M.Ro)
const d={mediaType:"application/vnd.oci.empty.v1+json",digest:a,size:c}
const u={...{schemaVersion:2,mediaType:M.Yt,artifactType:j,config:d,layers:[d]},annotations:{[I.run]:s,[I.row]:o}}
await e.putManifest(noteRef(n,t),(new TextEncoder).encode(JSON.stringify(u)),M.Yt)}async function readNote(e,n,t,s){const i=await e.manifest(noteRef(n,t)).catch(()=>undefined)
if(i?.content.kind!=="image"||i.content.artifactType!==j)return undefined
const{[I.run]:r,[I.row]:o=""}=i.content.annotations
if(r!==s)return undefined
try{const e=(0,E.brotliDecompressSync)(Buffer.from(o,"base64"),{maxOutputLength:T}).toString()
const n=JSON.parse(e)
return typeof n==="object"&&n!==null?n:undefined}catch{return undefined}}var A=t(77192)
async function leaveNotes(e,n,t,s){const i=runId(s.env)
if(i===undefined||(0,y.mm)(s.signal)||(0,m.ty)(t.source))return
const r=(0,h.cs)({mirror:new Map},{...s,signal:(0,y.Oo)(s.signal)})
const o=await Promise.all(e.map(async e=>{const s=t.images.find(({service:n,platform:t})=>n===e.service&&t===e.platform)
if(s===undefined)return undefined
return writeNote(r,s.contentRef,n,{run:i,row:e}).then(()=>undefined,e=>e.message.split("\n",1)[0])}))
const a=o.find(e=>e!==undefined)
if(a!==undefined)s.log(`not all could be left in the registry for the report: ${a}`)}async function recall(e,n,t){const{out:s,publishResult:i}=e
const r=(0,h.cs)(e,n)
const o=runId(n.env)
if(i!==undefined&&(0,a.lS)(i))await(0,u.ft)(s,(0,a.l1)(i,"lucid.publish"))
const c=await(0,u.Gi)(s,"lucid.build",1)??await recallBuild(t,r,o)
await(0,u.ft)(s,c)
if(await(0,u.Gi)(s,"lucid.smoke",1)!==undefined)return
await(0,u.ft)(s,await recallSmoke(t,c,r,o))}async function recallBuild(e,n,t){const s=await buildFromRegistry(e,n)
const i=new Set(e.images.flatMap(e=>e.decision.kind==="build"?e.contentRef:[]))
const r=await Promise.all(s.images.map(async e=>{const s=t===undefined?undefined:await readNote(n,e.contentRef,"build",t)
const r=s
if(e.digest!==undefined)return[r?.digest===e.digest?r:e]
if(r!==undefined&&r.digest===undefined)return[r]
return e.outcome==="skipped"&&i.has(e.contentRef)?[]:[e]}))
return{...s,images:r.flat()}}async function recallSmoke(e,n,t,s){const i=await Promise.all(n.images.map(async({service:n,platform:i,digest:r,contentRef:o})=>{if(r===undefined||!e.selected.includes(n))return[]
const a=s===undefined?undefined:await readNote(t,o,"tried",s)
if(a?.digest===r)return[a]
const c=await(0,A.E)("changed",t,e)({service:n,platform:i,digest:r})
if(c.kind!=="passed")return[]
const{revision:d}=c
const u=`these very bytes passed smoke before, for ${d.slice(0,12)}`
const{hash:l}=(0,w.Qm)(e,(0,A.z)(e,n))
const f={service:n,platform:i,ref:`${(0,g._M)(o)}@${r}`,digest:r,trial:l}
return[{...f,verdict:"skipped",reason:u,passedBefore:d,probes:[]}]}))
const{revision:r}=e.source
return{kind:"lucid.smoke",version:1,revision:r,network:e.network,services:i.flat(),durationMs:0}}var _=t(24650)
var C=t(37314)
async function writeSubjects(e,n,t){const s=(0,C.Z)(t)
if(s.length>0)await(0,u.f8)(o.join(e,`${n}-subjects.txt`),(0,C.T)(s))}var N=t(51455)
var R=t(57975)
var D=t(29799)
const L=1
const B=128<<20
function openLayerCache(e){const n=o.join((0,D.OW)(e),"layer-contents")
let t
const fileOf=e=>o.join(n,`${e.replace(/[^a-z0-9]/g,"-")}.v${L}.json.gz`)
return{async read(e){try{const n=fileOf(e)
const t=JSON.parse(String(await(0,R.promisify)(E.gunzip)(await(0,N.readFile)(n))))
const s=new Date
await(0,N.utimes)(n,s,s)
return t}catch{return undefined}},async write(e,s){const i=fileOf(e)
const r=`${i}.${process.pid}.tmp`
try{await(0,N.mkdir)(n,{recursive:true,mode:448})
await(0,N.writeFile)(r,await(0,R.promisify)(E.gzip)(JSON.stringify(s),{level:1}),{mode:384})
await(0,N.rename)(r,i)
t??=prune(n)
await t}catch{}}}}async function prune(e){try{const n=await Promise.all((await(0,N.readdir)(e)).map(async n=>{const t=o.join(e,n)
const{mtimeMs:s,size:i}=await(0,N.stat)(t)
return{file:t,mtimeMs:s,size:i}}))
let t=0
for(const{file:e,size:s}of n.sort((e,n)=>n.mtimeMs-e.mtimeMs)){t+=s
if(t>B)await(0,N.unlink)(e)}}catch{}}var F=t(31031)
var H=t(52886)
async function stage_verify(e,n){const t=(0,h.cs)(e,n)
const s=await planFor(e,n,t)
const{images:i}=await buildFromRegistry(s,t)
const r=i.filter(({service:e})=>s.selected.includes(e))
const o=await verifyImages(n,t,s,i,r)
await(0,u.ft)(e.out,o)
return o}async function verifyImages(e,n,t,s,i){const r=await openVerifier(e,n,t)
return r.result(await r.look(i,s))}async function openVerifier({docker:e,progress:n,signal:s,now:i,layerCache:r},o,a){const{Verifier:c}=await t.e(7727).then(t.bind(t,7727))
const floatingTag=e=>normalTag(e,a)
const d=e===undefined?{}:{docker:e}
const u=r===undefined?{}:{layerCache:r}
return new c({plan:a,registry:o,...d,...u,floatingTag:floatingTag,progress:n,signal:s,now:i})}function normalTag(e,{source:n,project:t}){return(0,H.T)(e,(0,m.MC)(n),{project:t}).floating[0]}async function verifyUnproven(e,n,t,s,i){const{images:r}=s
const o=r.filter(e=>isOpen(e)&&e.outcome==="unchanged").map(({service:e})=>e)
const a=await(i??publishedOf(n,t,o))
const c=r.filter(e=>isOpen(e)&&(e.outcome==="built"||!a.has(e.digest??"")))
const d=c.length===0?undefined:await lookAt(e,n,t,r,c)
const{images:u}=(0,F.u)(s,d??{images:[]})
const why=e=>{if(!isOpen(e))return undefined
const n=e.outcome==="built"?undefined:a.get(e.digest??"")
return n===undefined?"cancelled":`already published as ${n}; lucid verify looks again`}
return{...s,images:u.map(e=>{const n=why(e)
return n===undefined?e:{...e,unchecked:[{id:"layers",reason:n}]}})}}function verifyAsBuilt(e,n,t){const standsAlone=({service:e,platform:n})=>t.images.some(t=>t.service===e&&t.platform===n&&Object.keys(t.from).length===0)
let s
const i=[]
const open=()=>{s??=openVerifier(e,n,t)
return s}
const look=async e=>(await open()).look([e],[])
return{begin(){if(t.images.some(({decision:e})=>e.kind==="build"))open().then(e=>e.readAhead(),()=>{})},take(n){if(n.outcome!=="built"||!isOpen(n)||!standsAlone(n)||e.signal.aborted)return
const t=look(n)
t.catch(()=>{})
i.push(t)},[Symbol.dispose](){s?.then(e=>e[Symbol.dispose](),()=>{})},async into(n){const t=await Promise.all(i.map(n=>n.catch(n=>{if(e.signal.aborted)return[]
throw n})))
return(0,F.u)(n,{images:t.flat()})}}}const isOpen=({digest:e,checks:n})=>e!==undefined&&!n.some(({id:e})=>e==="layers")
async function lookAt(e,...n){if(e.signal.aborted)return undefined
return verifyImages(e,...n).catch(n=>{if(e.signal.aborted)return undefined
throw n})}async function publishedOf(e,n,t){const s=new Set(t)
const i=await Promise.all(n.services.filter(({name:e})=>s.has(e)).map(async t=>{const s=normalTag(t,n)
const i=s===undefined?undefined:await e.manifest(`${t.image}:${s}`)
const{content:r,descriptor:o}=i??{}
const a=r?.kind==="index"?r.manifests.map(({digest:e})=>e):[]
return[...a,...o===undefined?[]:[o.digest]].map(e=>[e,s??""])}))
return new Map(i.flat())}var U=t(90933)
var W=t(98599)
var G=t(71190)
function asBakeText(e){return literal(e)}function literal(e){if(typeof e==="string")return e.replace(/[$%](?=\{)/g,e=>e+e)
if(Array.isArray(e))return e.map(literal)
if(typeof e==="object"&&e!==null)return Object.fromEntries(Object.entries(e).map(([e,n])=>[literal(e),literal(n)]))
return e}function imageId({service:e,platform:n}){return`${e} ${n}`}function targetNames(e){const n=new Map
const t=new Set
for(const s of e){const e=`${s.service}_${s.platform}`.replace(/[^a-zA-Z0-9_-]/g,"-")
let i=e
for(let n=2;t.has(i);n++)i=`${e}-${n}`
t.add(i)
n.set(imageId(s),i)}return n}function within(e,n){return o.join(e,n)}function csv(e){return e.map(e=>/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e).join(",")}const Y={values:new Map}
const handedVariable=e=>`LUCID_BUILD_SECRET_${e}`
function handedEnvironment(e){return Object.fromEntries([...e].map(([e,n])=>[handedVariable(e),n]))}async function readSecrets(e,n,t,s=Y){const i=[]
const r=[]
for(const o of e.secrets){if(o.from==="env"&&s.names?.has(o.env)===false){i.push(`secret ${o.id}: builds may not read ${o.env}; add it to build-secret-names`)
continue}const e=o.from==="env"?s.values.get(o.env)??(t[o.env]||undefined):await(0,N.readFile)(within(n,o.file),"utf8").catch(()=>undefined)
if(e!==undefined)r.push(e)
else if(o.from==="env")i.push(`secret ${o.id}: ${absent(o.env,s)}`)
else i.push(`secret ${o.id}: there is no file ${o.file}`)}return{missing:i,values:r}}const absent=(e,{names:n})=>n===undefined?`the environment has no ${e}, or an empty one; set it for this step`:`neither build-secrets nor the environment has ${e}, or it is empty; set it in build-secrets`
async function missingAgents({ssh:e=[]},n){const t=[]
for(const{id:s,env:i="SSH_AUTH_SOCK"}of e){const e=n[i]||undefined
const r=e===undefined?`the environment has no ${i}, or an empty one`:await(0,N.access)(e).then(()=>undefined,()=>`there is nothing at ${e}, which ${i} names`)
if(r!==undefined)t.push(`ssh ${s}: ${r}; start an agent, or set ${i} for this step`)}return t}function striker(e){const n=e.flatMap(e=>[e,...e.split(/\r?\n/)]).map(e=>e.trim())
const t=[...new Set(n)].filter(e=>e.length>=4).sort((e,n)=>n.length-e.length)
return e=>t.reduce((e,n)=>e.replaceAll(n,"***"),(0,x.wh)(e))}var V=t(36320)
const z="318211200"
function buildArgs(e,n,t){const{project:s,source:i}=e
const r=(0,G.H0)(t.volatileArgs,i,n,{project:s,version:t.version})
return{SOURCE_DATE_EPOCH:layerDate(e,n),...t.args,...r}}function imageLabels({project:e,source:n},t,{base:s,args:i}){return(0,V.Fn)(n,t,{project:e,...i.VERSION!==undefined&&{version:i.VERSION},...s&&{baseName:s.name,baseDigest:s.digest}})}function layerDate({project:e,source:n},t){const s=(0,V.xw)(n,t,{project:e})
const i=(0,V.eo)(t.args,s).SOURCE_DATE_EPOCH
const r=t.created==="commit"?(0,V.Q$)(n):undefined
return i??(r===undefined?z:String(Math.floor(Date.parse(r)/1e3)))}function attestSpecs({provenance:e,sbom:n,builderId:t}){return[e==="off"?"type=provenance,disabled=true":csv(["type=provenance",`mode=${e}`,...t===undefined?[]:[`builder-id=${t}`]]),n===undefined?"type=sbom,disabled=true":csv(["type=sbom",`generator=${n}`])]}const q=new Set(["BUILD_DATE","VCS_REF","GIT_COMMIT","REVISION","VERSION","SOURCE_DATE_EPOCH"])
function provenanceProblems(e,{provenance:n},t){if(n!=="max")return[]
const s="use `provenance: min`, which leaves their values out"
const i=e.services.flatMap(n=>{const t=e.images.filter(e=>e.service===n.name&&isBuilt(e))
const i=new Set(t.flatMap(t=>Object.keys(buildArgs(e,n,t))))
const r=[...i].filter(e=>!q.has(e)).sort()
if(r.length===0)return[]
const o=`${n.name} is built with ${r.join(", ")}, and \`provenance: max\` would show the value to everybody who has the image`
return[{code:"build/provenance",message:o,at:n.at,fix:s}]})
if(t.length>0)i.push({code:"build/provenance",message:`Docker's configuration hands ${t.join(", ")} to every build, and \`provenance: max\` would show the value to everybody who has the image`,fix:s})
return i}const isBuilt=({decision:e})=>e.kind==="build"
function builderIdOf(e){const{GITHUB_ACTIONS:n,GITHUB_SERVER_URL:t,GITHUB_REPOSITORY:s,GITHUB_RUN_ID:i,GITHUB_RUN_ATTEMPT:r="1"}=e
if(n!=="true"||!t||!s||!i)return undefined
return`${t}/${s}/actions/runs/${i}/attempts/${r}`}const J={kind:"none",read:[]}
function fittingCache(e,n){const t=n==="remote"||n==="kubernetes"||n==="cloud"
return hasGitHubCache(e)&&!t?"gha":"none"}function hasGitHubCache(e){return Boolean(e.ACTIONS_RUNTIME_TOKEN&&(e.ACTIONS_RESULTS_URL||e.ACTIONS_CACHE_URL))}function cacheScopes(e,n){const{event:t,defaultBranch:s="main"}=e
const i={kind:"protected"}
if(t.kind==="pull_request"){if(t.number===undefined)return{read:[i]}
const n={kind:"pull-request",number:t.number}
return{read:[n,i],...!(0,m.ty)(e)&&{write:n}}}if(!(0,m.g1)(e))return{read:[i]}
const r="branch"in t?t.branch:undefined
const o=t.kind==="tag"?`refs/tags/${t.tag}`:`refs/heads/${r}`
const a=n.GITHUB_REF_PROTECTED==="true"&&n.GITHUB_REF===o
const c=n.GITHUB_ACTIONS!=="true"||a||r===s
return{read:[i],...c&&{write:i}}}const K="timeout=2m"
function cacheSpecs(e,n,t,s){const{kind:i,read:r,write:o}=e
const place=i=>placeOf(e,n,t,s,i)
const a=["mode=max","ignore-error=true"]
switch(i){case"none":return{from:[],to:[]}
case"inline":{const e=n.tags[t.name]?.floating??[]
const s=e.slice(0,1).map(e=>csv(["type=registry",`ref=${t.image}:${e}`]))
return{from:s,to:["type=inline"]}}case"gha":return{from:r.map(e=>csv(["type=gha",`scope=${place(e)}`,K])),to:o===undefined?[]:[csv(["type=gha",`scope=${place(o)}`,...a,K])]}
case"registry":return{from:r.map(e=>csv(["type=registry",`ref=${place(e)}`])),to:o===undefined?[]:[csv(["type=registry",`ref=${place(o)}`,...a,"image-manifest=true","oci-mediatypes=true"])]}
case"local":return{from:r.map(e=>csv(["type=local",`src=${place(e)}`])),to:o===undefined?[]:[csv(["type=local",`dest=${place(o)}`,...a])]}
default:return i}}function placeOf(e,n,t,s,i){const r=[...i.kind==="pull-request"?[`pr-${i.number}`]:[],s.platform.replaceAll("/","-")].join("-")
switch(e.kind){case"registry":return`${t.image}:cache-${r}`
case"local":return o.join(e.folder??"",n.project,t.name,r)
default:return["lucid",n.project,t.name,r].join("-")}}function pushesByDigest(e){return e!=="docker"}function rewritesTimestamps({CI:e=""}){return e!==""&&e!=="false"}function outputSpec({contentRef:e},{compression:n,rewriteTimestamp:t},{date:s,driver:i,rewriteTimestamp:r}){const o=pushesByDigest(i)?[`name=${(0,g._M)(e)}`,"push-by-digest=true","name-canonical=true"]:[`name=${e}`,"store=false","unpack=false"]
const a=[`rewrite-timestamp=${t??r}`,`source-date-epoch=${s}`]
const c=n===undefined?[]:[`compression=${n}`]
return csv(["type=image",...o,"push=true",...a,...c,"oci-mediatypes=true"])}function bakeDefinition(e){const n=e.images??e.plan.images.filter(({decision:e})=>e.kind==="build")
const t=new Map(e.plan.services.map(e=>[e.name,e]))
const s=targetNames(n)
const i=Object.fromEntries(n.map(n=>{const i=t.get(n.service)
if(i===undefined)throw new Error(`the plan has an image of ${n.service}, but no such service`)
return[s.get(imageId(n))??n.service,bakeTarget(e,s,i,n)]}))
return asBakeText({group:{default:{targets:[...s.values()]}},target:i})}function bakeTarget(e,n,t,s){const{plan:i,root:r,cache:a=J,attest:c={provenance:"off"},driver:d="docker",rewriteTimestamp:u=true}=e
const l=e.steps==="anew"||isStale(s)
const{from:f,to:p}=cacheSpecs(a,i,t,s)
const{ssh:h=[]}=t
const at=(n,i)=>e.folderAt?.(s,t,n,i)??within(r,i)
return{context:at("context",t.context),dockerfile:o.join(at("dockerfile",o.dirname(t.dockerfile)),o.basename(t.dockerfile)),...t.target!==undefined&&{target:t.target},platforms:[s.platform],args:buildArgs(i,t,s),labels:imageLabels(i,t,s),annotations:annotationsOf(s,e.under?.get(imageId(s))),contexts:namedContexts(e,n,t,s,at),secret:t.secrets.map(n=>secretSpec(r,n,e.handed)),...h.length>0&&{ssh:h.map(n=>sshSpec(n,e.env??{}))},...f.length>0&&!l&&{"cache-from":f},...p.length>0&&{"cache-to":p},attest:attestSpecs(c),output:[outputSpec(s,t,{date:layerDate(i,t),driver:d,rewriteTimestamp:u})],...l&&{"no-cache":true}}}function annotationsOf({fingerprint:e,components:n,baked:t},s={}){const i=Object.fromEntries(n.map(({name:e,hash:n})=>[e,n]))
return[`manifest:com.lucid.fingerprint=${e}`,`manifest:${W.K}=${W.D}`,`manifest:com.lucid.components=${JSON.stringify(i)}`,...t===undefined?[]:[`manifest:${G.F7}=${JSON.stringify(t)}`],...Object.keys(s).length>0?[`manifest:com.lucid.parents=${JSON.stringify(s)}`]:[]]}function isStale({decision:e}){return e.reasons.some(({kind:e})=>e==="stale")}function secretSpec(e,n,t){switch(n.from){case"env":return csv([`id=${n.id}`,`env=${t?.has(n.env)?handedVariable(n.env):n.env}`])
case"file":return csv([`id=${n.id}`,`src=${within(e,n.file)}`])
default:return n}}function sshSpec({id:e,env:n},t){if(n===undefined)return csv([e])
return csv([`${e}=${t[n]??""}`])}function namedContexts(e,n,t,s,i){const r=new Map(s.bases.map(e=>[e.ref,e.pinned]))
const own=(t,o)=>{switch(o.kind){case"service":return catalogImage(e,n,o.service,s.platform)
case"image":return`docker-image://${r.get(o.ref)??o.ref}`
case"path":return i(`context:${t}`,o.path)
case"url":return o.url
default:return o}}
return Object.fromEntries([...s.bases.map(({ref:e,pinned:n})=>[(0,U.p)(e),`docker-image://${n}`]),...Object.entries(s.from).map(([t,i])=>[(0,U.p)(t),catalogImage(e,n,i,s.platform)]),...Object.entries(t.contexts).map(([e,n])=>[(0,U.p)(e),own(e,n)])])}function catalogImage({plan:e,pushed:n},t,s,i){const r=imageId({service:s,platform:i})
const o=e.images.find(e=>imageId(e)===r)
if(o===undefined)throw new Error(`the plan has no image of ${s} for ${i}`)
const a=n?.get(r)??(o.decision.kind==="unchanged"?o.decision.digest:undefined)
if(a!==undefined)return`docker-image://${(0,g._M)(o.contentRef)}@${a}`
const c=t.get(r)
return c===undefined?`docker-image://${o.contentRef}`:`target:${c}`}function bakeFileText(e){return`${JSON.stringify(e,undefined,2)}\n`}var Q=t(48161)
var Z=t(77598)
function shortHash(e){return(0,Z.createHash)("sha256").update(JSON.stringify(e)).digest("hex").slice(0,16)}class OwnContexts{#s
#i
#r
#o=new Map
constructor(e,n,t){this.#s=e
this.#i=n
this.#r=t}at(e,n,t,s){const i=t==="dockerfile"?undefined:this.#r?.at(s)
const r=i??within(this.#i,s)
if(process.platform==="win32")return r
const a=keyOf(this.#i,n)
const c=o.join(this.#s,t==="context"?a:shortHash([imageId(e),t]),a)
this.#o.set(c,r)
return c}async make(){for(const[e,n]of this.#o){await(0,N.mkdir)(o.dirname(e),{recursive:true})
await(0,N.symlink)(n,e)}}}function keyOf(e,{context:n,contexts:t}){const s=Object.entries(t).map(([e,n])=>[e,n.kind==="path"?n.path:""])
return shortHash([e,n,...s.sort().flat()])}var X=t(97444)
function readError(e){const n=e.findLastIndex(e=>e.startsWith("ERROR:"))
if(n<0){const n=e.findLast(e=>e.trim()!=="")??"docker buildx bake ended without a word"
return{message:n.trim()}}const t=e.findIndex((e,t)=>t>n&&e.trim()==="")
const s=e.slice(n,t<0?undefined:t).join("\n")
const i=s.slice("ERROR:".length).trim()
const r=/^target ([a-zA-Z0-9_-]+): /.exec(i)?.[1]
const o=e.findLastIndex((t,s)=>s<n&&/^-{5,}$/.test(e[s+1]??"")&&/:\d+$/.test(t))
const a=/:(\d+)$/.exec(e[o]??"")?.[1]
return{message:r===undefined?i:i.slice(`target ${r}: `.length),...r!==undefined&&{target:r},...a!==undefined&&{line:Number(a)}}}function cause(e,n){const t=inWords(e,n)
const s=[e.message,...n?.log??[]]
const i=adviceIn(e.message)??ne.find(({sign:e})=>s.some(n=>e.test(n)))?.fix
return i===undefined?t:`${t}; fix: ${i}`}function adviceIn(e){const n=/(?:failed to push|failed to resolve source metadata for|failed to copy:.*) ([^\s/]+)\/([^\s:@]+)/.exec(e)
const[,t="",s=""]=n??[]
return(0,X.c)({host:t,repository:s},e,/403 Forbidden|denied/.test(e)?"used":"unknown")}function isUnreachable({message:e}){return!ie.test(e)&&ee.test(e)&&!/did not complete successfully/.test(e)}const ee=/failed to do request: .*(?:no such host|connection refused|no route to host|network is unreachable|i\/o timeout|proxyconnect|server misbehaving)/s
function inWords({message:e},n){const t=e.replace(/^(?:failed to build: )?failed to solve: /,"").replace(/^(?:failed to compute cache key: )?failed to calculate checksum of ref \S+: /,"").replace(/^rpc error: code = \w+ desc = /,"")
const s=/did not complete successfully: exit code: (\d+)/.exec(t)?.[1]
if(s!==undefined)return`${n?.name??"a step"} ended with exit code ${s}${meaning(Number(s))}`
const i=/^("[^"]+"): not found$/.exec(t)?.[1]
if(i!==undefined&&n!==undefined)return`${n.name}: ${i} is not in the build context, or the ignore file hides it`
return t}function meaning(e){const n={126:" (not executable)",127:" (command not found)",132:" (illegal instruction)",137:" (killed, mostly for want of memory)",139:" (segmentation fault)"}
return n[e]??""}const ne=[{sign:/exec format error/,fix:"take a machine of that platform, or add emulation (the action `setup`, or the package qemu-user-static)"},{sign:/no space left on device/,fix:"make room for the engine: `docker system df` shows what takes it, `docker builder prune` frees the build cache"},{sign:/no basic auth credentials|authentication required|authorization failed|insufficient_scope|denied: |: denied|40[13] (?:Unauthorized|Forbidden)/,fix:"log in with `docker login` as somebody who may push there; on GitHub the job needs `packages: write` for ghcr.io"},{sign:/failed to do request: .*(?:no such host|connection refused|network is unreachable|proxyconnect)/s,fix:"check the registry's name, and that the engine can reach it: its proxy and its name server are its own"},{sign:/no match for platform in manifest/,fix:"take a base image that is made for this platform, or leave the platform out of the catalog"}]
const te=/\b(?:408|429|499|500|502|503|504|522) [A-Z][a-z]+|toomanyrequests: |unavailable: |connection reset by peer|broken pipe|unexpected EOF|: EOF\b|i\/o timeout|TLS handshake timeout/
const se=/failed to push .*(?:provided digest did not match uploaded content|blob unknown to registry|blob upload unknown)/s
const ie=/Cannot connect to the Docker daemon|no builder ".*" found|failed to find driver/
const re=/no such job\b|no active session|session not found|failed to (?:get|receive) status: |failed to list workers: |error reading from server|code = (?:Unavailable|Canceled)\b|transport is closing|client connection is closing/
function cureFor(e,n){if(e.message.includes("did not complete successfully")){const t=/exit code: (?:132|139)\b/.test(e.message)||n?.log.some(e=>/^qemu: uncaught target signal (?:4|11)\b/.test(e.trim()))===true
return{kind:t?"emulator":"none"}}if(ie.test(e.message))return{kind:"engine-gone"}
if(re.test(e.message))return{kind:"lost"}
return{kind:te.test(e.message)||se.test(e.message)?"registry":"none"}}function mayBeCache({message:e,line:n}){if(e.includes("did not complete successfully"))return false
return n===undefined||/\b(?:blob|layer|content|descriptor|failed to copy|failed to fetch)\b/i.test(e)}function isCacheRefused({message:e}){return/failed to configure \S+ cache (?:importer|exporter)/.test(e)}function readEvent(e){if(!e.startsWith("{"))return undefined
let n
try{n=JSON.parse(e)}catch{return undefined}const t=record(n)
if(!["vertexes","statuses","logs","warnings"].some(e=>e in t))return undefined
return{vertexes:list(t.vertexes).map(readVertex),statuses:list(t.statuses).map(readStatus),logs:list(t.logs).map(e=>({vertex:solve_events_text(e.vertex)??"",data:Buffer.from(solve_events_text(e.data)??"","base64").toString("latin1")}))}}function readStatus(e){const n=count(e.total)
return{id:solve_events_text(e.id)??"",vertex:solve_events_text(e.vertex)??"",done:time(e.completed)!==undefined,current:count(e.current)??0,...n!==undefined&&{total:n}}}function readVertex(e){const n=time(e.started)
const t=time(e.completed)
const s=solve_events_text(e.error)
return{id:solve_events_text(e.digest)??"",name:solve_events_text(e.name)??"",cached:e.cached===true,...n!==undefined&&{started:n},...t!==undefined&&{completed:t},...s!==undefined&&{error:s}}}function record(e){return typeof e==="object"&&e!==null?e:{}}function list(e){return Array.isArray(e)?e.map(record):[]}function solve_events_text(e){return typeof e==="string"&&e!==""?e:undefined}function count(e){return typeof e==="number"&&e>=0?e:undefined}function time(e){const n=Date.parse(solve_events_text(e)??"")
return Number.isNaN(n)?undefined:n}const oe=64<<10
class StepLog{#a=""
#c
#d=[]
#u=0
#l=0
write(e){const n=(this.#a+e).split("\n")
const t=n.pop()??""
const s=n.flatMap(e=>{const n=visible(e)??this.#c
this.#c=undefined
return n??[]})
const i=t.lastIndexOf("\r")
if(i>=0)this.#c=visible(t.slice(0,i))??this.#c
this.#a=t.slice(i+1,i+1+oe)
for(const e of s)this.#f(e)
const r=this.#c??s.at(-1)
return{lines:s,...r!==undefined&&{last:r}}}get lines(){return[...this.#d,...[visible(this.#a)??this.#c??[]].flat()]}get dropped(){return this.#l}#f(e){this.#d.push(e.slice(0,oe))
this.#u+=e.length
while(this.#u>oe&&this.#d.length>1){this.#u-=this.#d.shift()?.length??0
this.#l++}}}function visible(e){const n=e.split("\r").findLast(e=>e.trim()!=="")
return n===undefined?undefined:Buffer.from(n,"latin1").toString("utf8")}const ae=20
class Watch{#p
#h=new Map
#m=new Map
#g=new Map
#w=new Map
#y=new Map
#b=new Map
#k=new Map
#v
#$=[]
constructor(e){this.#p=e
this.#v=new Map([...e.targets].map(([e,n])=>[n,e]))}line(e){const n=readEvent(e)
if(n===undefined){this.#$.push(e)
if(this.#$.length>1e3)this.#$.splice(0,500)
return}for(const{vertex:e,data:t}of n.logs)this.#x(e,t)
for(const{id:e,vertex:t,done:s}of n.statuses)if(s)this.#S(e,t)
for(const e of n.vertexes)this.#O(e)
for(const e of n.statuses)this.#E(e)}get text(){return this.#$}target(e){const n=[...this.#h.values()].filter(({id:n})=>this.#g.get(n)?.has(e))
const t=n.filter(e=>e.name.includes("load build definition"))
const s=(t.length>0?t:n).flatMap(({started:e})=>e??[])
const i=n.flatMap(({completed:e})=>e??[])
const r=this.#M(e)
return{...r!==undefined&&{digest:r},...s.length>0&&i.length>0&&timesOf(Math.min(...s),Math.max(...i)),steps:n.flatMap(n=>this.#j(n,e)).sort((e,n)=>e.started-n.started).map(({step:e})=>e),warnings:n.flatMap(e=>cacheTrouble(e)??[])}}#j(e,n){const{id:t,started:s,completed:i,cached:r}=e
const o=this.#g.get(t)?.get(n)
if(o===undefined||s===undefined||i===undefined)return[]
const{lines:a=[],dropped:c=0}=this.#m.get(t)??{}
return[{started:s,step:{name:o,durationMs:i-s,cached:r,failed:hasFailed(e),log:a,dropped:c}}]}failedStep(e,n){const t=[...this.#h.values()].filter(e=>e.error!==undefined&&!e.error.includes("context canceled")&&!isCache(e))
const s=t.find(t=>this.#I(t)?.target===e&&n.includes(t.error??""))??t.find(e=>n.includes(e.error??""))??t.find(n=>this.#I(n)?.target===e)
if(s===undefined)return undefined
return{name:this.#I(s)?.step??s.name,error:s.error??"",log:(this.#m.get(s.id)?.lines??[]).slice(-ae)}}#O(e){const n=this.#h.get(e.id)
this.#h.set(e.id,n?.cached===true?{...e,cached:true}:e)
if(e.completed!==undefined&&n?.completed===undefined)this.#P(e)
const t=this.#I(e)
if(t===undefined)return
const s=this.#g.get(e.id)??new Map
this.#g.set(e.id,s.set(t.target,t.step))
if(e.started!==undefined)this.#T(e,e.started,t)}#T(e,n,{target:t,step:s}){const{id:i,completed:r,cached:o}=e
const a=r===undefined?"running":hasFailed(e)?"failed":o?"cached":"done"
const c=`${i} ${t}`
if(this.#y.get(c)===a)return
this.#y.set(c,a)
const d=r===undefined?{}:{durationMs:r-n}
this.#p.onStep?.(t,{id:i,name:s,state:a,...d})}#x(e,n){const t=this.#m.get(e)??new StepLog
this.#m.set(e,t)
const{lines:s,last:i}=t.write(n)
if(i!==undefined)this.#A(e,{lines:s,last:i})}#E(e){const{id:n,vertex:t,done:s}=e
const i=this.#w.get(t)??new Map
this.#w.set(t,i.set(n,e))
const r=bytesOf([...i.values()])
const o=s||isBytes(e)?undefined:shortened(n.replace(ce,"$1"))
this.#A(t,{...r&&{bytes:r},...o!==undefined&&{last:o}})}#A(e,n){for(const[t,s]of this.#g.get(e)??[])if(this.#y.get(`${e} ${t}`)==="running")this.#p.onStep?.(t,{id:e,name:s,state:"running",...n})}#S(e,n){const t=/^pushing manifest for (.+)@(sha256:[0-9a-f]{64})$/.exec(e)
const s=this.#v.get(t?.[1]??"")
const i=t?.[2]
if(s!==undefined&&i!==undefined)this.#b.set(s,{vertex:n,digest:i})}#P({id:e}){for(const[n,t]of this.#b)if(t.vertex===e&&this.#M(n)!==undefined)this.#p.onPushed?.(n,t.digest)}#M(e){const n=this.#b.get(e)
const t=this.#h.get(n?.vertex??"")
return t?.completed!==undefined&&t.error===undefined?n?.digest:undefined}#I({name:e}){if(!this.#k.has(e))this.#k.set(e,this.#_(e))
return this.#k.get(e)}#_(e){const{targets:n}=this.#p
const[t,...s]=n.keys()
const i=/^\[([^\]]*)\]\s*(.*)$/s.exec(e)
if(s.length===0&&t!==undefined)return e.includes("bake definitions")?undefined:{target:t,step:stepName(i?.[1],i?.[2]??e)}
const[r="",...o]=(i?.[1]??"").split(" ")
return n.has(r)?{target:r,step:stepName(o.join(" "),i?.[2]??"")}:undefined}}const timesOf=(e,n)=>({startedAt:new Date(e).toISOString(),durationMs:Math.max(0,n-e)})
function stepName(e,n){const t=shortened(n.replace(/\s+/g," ").trim())
return e===undefined||e===""||e==="internal"?t:`[${e}] ${t}`}function shortened(e){return e.length>160?`${e.slice(0,157)}...`:e}function hasFailed(e){return e.error!==undefined&&!e.error.includes("context canceled")&&!isCache(e)}const ce=/sha256:([0-9a-f]{12})[0-9a-f]{52}/g
const isBytes=({current:e,total:n})=>e>0||(n??0)>0
function bytesOf(e){const n=e.filter(isBytes)
if(n.length===0)return undefined
const sum=e=>e.reduce((e,n)=>e+n,0)
const t=sum(n.map(({total:e})=>e??Number.NaN))
return{done:sum(n.map(({current:e})=>e)),...t>0&&{total:t}}}function isCache({name:e}){return/(?:^|\] )(?:(?:importing|exporting) cache|exporting to GitHub Actions Cache)\b/.test(e)}function cacheTrouble(e){const{error:n,name:t}=e
if(n===undefined||!isCache(e)||/not found|404|context canceled/i.test(n))return undefined
return`${t.replace(/^\[[^\]]*\] /,"")}: ${n}`}function environment({attest:e,handed:n}){return{...n&&handedEnvironment(n),BUILDX_GIT_INFO:String(e!==undefined&&e.provenance!=="off"),BUILDX_GIT_LABELS:"false",BUILDX_METADATA_PROVENANCE:"disabled",BUILDX_NO_DEFAULT_ATTESTATIONS:"1"}}function bakeCommand(e,n){const{plan:t,cache:s,builder:i,copies:r}=n
const o=t.services.some(e=>e.ssh!==undefined&&e.ssh.length>0)
return[...["buildx","bake",`--file=${e}`],...i===undefined?[]:[`--builder=${i}`],...o?["--allow=ssh"]:[],...r?.folder===undefined?[]:[`--allow=fs.read=${r.folder}`],...s?.kind==="local"&&s.folder!==undefined?[`--allow=fs=${s.folder}`]:[]]}async function runBake(e){const{images:n,docker:t,root:s,signal:i,onStep:r}=e
const a=targetNames(n)
const c=new Map(n.map(e=>[a.get(imageId(e))??"",e]))
const d=new Watch({targets:new Map([...c].map(([e,n])=>[e,n.contentRef])),onStep(e,n){const t=c.get(e)
if(t!==undefined)r(t,n)},onPushed(n,t){const s=c.get(n)
if(s!==undefined)e.onPushed?.(bakedImage(s,d.target(n)),t)}})
const u=await(0,N.mkdtemp)(o.join((0,Q.tmpdir)(),"lucid-bake-"))
try{const r=o.join(u,"bake.json")
const l=o.join(u,"metadata.json")
const f=new OwnContexts(o.join(u,"contexts"),s,e.copies)
const p=bakeDefinition({...e,folderAt:f.at.bind(f)})
await f.make()
await(0,N.writeFile)(r,bakeFileText(p),{mode:384})
const{exitCode:h}=await t([...bakeCommand(r,e),`--metadata-file=${l}`,"--progress=rawjson"],{cwd:s,env:environment(e),signal:i,discard:true,onLine:e=>d.line(e)})
const m=h===0?await readDigests(l):new Map
const g=[...c].map(([e,n])=>{const t=d.target(e)
const s=m.get(e)??t.digest
return{...bakedImage(n,t),...s!==undefined&&{digest:s}}})
if(h===0)return{images:g}
const w=readError(d.text)
const[y,...b]=n
const k=c.get(w.target??"")??(b.length===0?y:undefined)
const v=k===undefined?"":a.get(imageId(k))??""
const $=k===undefined?undefined:d.failedStep(v,w.message)
const x={error:w,...k!==undefined&&{image:k},...$!==undefined&&{step:$}}
return{images:g,failure:x}}finally{await(0,N.rm)(u,{recursive:true,force:true})}}function bakedImage(e,{steps:n,warnings:t,startedAt:s,durationMs:i}){return{...{image:e,steps:n,warnings:t},...s!==undefined&&{startedAt:s},...i!==undefined&&{durationMs:i}}}async function readDigests(e){const n=JSON.parse(await(0,N.readFile)(e,"utf8"))
const t=Object.entries(n??{})
return new Map(t.flatMap(([e,n])=>{const t=n?.["containerimage.digest"]
return typeof t==="string"?[[e,t]]:[]}))}var de=t(70370)
function toldOf(e,n,t){const{startedAt:s,durationMs:i}=e
const r=e.steps.map(e=>({...e,name:n(e.name),log:e.log.map(n)}))
const o=[...t===undefined?[]:[t],...e.warnings].map(n)
return{row:{...s!==undefined&&{startedAt:s},...i!==undefined&&{durationMs:i},...r.length>0&&{steps:r.map(({name:e,durationMs:n,cached:t})=>({name:e,durationMs:n,cached:t}))},...o.length>0&&{warnings:o}},steps:[...r.map(({name:e,durationMs:n,cached:t,failed:s,log:i,dropped:r})=>({text:`${t?"cached":`${(n/1e3).toFixed(1)}s`}  ${e}`,state:s?"failed":t?"cached":"done",log:i,...r>0&&{dropped:r}})),...o.map(e=>({text:`warning: ${e}`,state:"done",log:[]}))]}}function struck(e,n){const{name:t,lines:s,last:i}=e
return{...{...e,name:n(t)},...s!==undefined&&{lines:s.map(n)},...i!==undefined&&{last:n(i)}}}function errorOf(e,n,t){const{error:s,step:i}=e??{error:{message:"docker buildx bake failed"}}
return{message:t(cause(s,i)),...isUnreachable(s)&&{code:"registry/unreachable"},...i!==undefined&&i.log.length>0&&{log:i.log.map(t)},...s.line!==undefined&&n!==undefined&&{file:n.dockerfile,line:s.line}}}function contentOf(e,n){const sorted=e=>Object.entries(e).sort(([e],[n])=>e<n?-1:1)
const t=sorted(e.labels).filter(([e])=>!n.includes(e))
const s=[e.layers.map(({digest:e})=>e),sorted(e.settings),t]
return shortHash(s)}class Contents{#C
#N
#R=new Map
constructor(e,n){this.#C=e
this.#N=n}add(e,n){this.#R.set(imageId(e),Promise.resolve(this.#D(e.service,n)))}async under({from:e,platform:n}){const t=[...new Set(Object.values(e))].sort()
return Object.fromEntries(await Promise.all(t.map(async e=>[e,await this.#L({service:e,platform:n})])))}#L(e){const n=imageId(e)
const t=this.#R.get(n)??this.#B(e)
this.#R.set(n,t)
return t}async#B(e){const n=this.#C.images.find(n=>imageId(n)===imageId(e))
if(n===undefined)throw new Error(`the plan has no image of ${imageId(e)}`)
const{contentRef:t,decision:s,platform:i}=n
const r=s.kind==="unchanged"?`${(0,g._M)(t)}@${s.digest}`:t
const o=await this.#N.imageFacts(r,i)
if(o===undefined)throw new Error(`${r} was there and is gone now; run it again`)
return this.#D(e.service,o)}#D(e,n){const t=this.#C.services.find(n=>n.name===e)
const s={base:{name:"-",digest:"-"},args:{VERSION:"-"}}
return contentOf(n,t===undefined?[]:Object.keys(imageLabels(this.#C,t,s)))}}async function keepSame({contentRef:e,platform:n,decision:t,baked:s={}},i,r){if(t.kind!=="build"||t.keep===undefined)return undefined
const{digest:o,on:a}=t.keep
if(Object.entries(i).some(([e,n])=>a[e]!==n))return undefined
const c=`${(0,g._M)(e)}@${o}`
const[d,u]=await Promise.all([r.manifest(c),r.imageFacts(c,n)])
if(d===undefined||u===undefined)return undefined
await r.putManifest(e,d.bytes,d.descriptor.mediaType)
const l=Object.keys(i)
const f=`${l.join(", ")} ${l.length===1?"holds":"hold"} the same as before`
return{facts:u,reason:[f,...(0,G.dT)((0,G.Q$)(u.annotations),s)].join("; ")}}const ue=4
class Tries{#F
#H
#U=false
#W=false
constructor(e){this.#F=e
this.#H=e.kind==="none"?0:1
this.#G()}get cache(){return this.#W?"without-cache":"with-cache"}get why(){switch(this.#F.kind){case"emulator":return"the emulator crashed; once more"
case"cache":return"once more without the cache"
case"registry":return"the registry was busy"
case"lost":return"the engine lost the build"
case"none":case"engine-gone":return undefined
default:return this.#F}}pauseMs(){return needsTime(this.#F)?1e3*2**(this.#H-1)*(.5+Math.random()/2):0}again(e){this.#H++
this.#F=e
const n=e.kind==="emulator"&&!this.#U||e.kind==="cache"&&!this.#W||needsTime(e)&&this.#H<ue
this.#G()
return n}#G(){if(this.#F.kind==="emulator")this.#U=true
if(this.#F.kind==="cache")this.#W=true}}const needsTime=({kind:e})=>e==="registry"||e==="lost"
const le=20
const fe=3
class Builder{#Y
#V
#z
#S=new Map
#q
#J=new Set
#K
#Q
#Z
#X=new Map
constructor(e,n){this.#Y=e
this.#V=n
this.#z=new Map(e.plan.services.map(e=>[e.name,e]))
this.#q=new Contents(e.plan,e.registry)
this.#K=(0,de.A)(e.options?.parallel??4)
this.#Q=(0,de.A)(fe)
this.#Z=e.options?.cache??J}isThere({service:e,platform:n}){const t=imageId({service:e,platform:n})
if(this.#S.has(t))return true
return this.#Y.plan.images.some(e=>imageId(e)===t&&e.decision.kind==="unchanged")}async build(e){await Promise.all(e.map(e=>this.#f(e)))
const n=await this.#ee(this.#ne(e))
if(this.#Y.options?.parallel!==undefined){await Promise.all(n.map(e=>this.#K(()=>this.#te(e,{kind:"none"}))))
return}const t=bakesOf(n,this.#z)
await Promise.all(t.map(e=>this.#Q(()=>this.#se(e))))}async#se(e,n=new Tries({kind:"none"})){const{signal:t}=this.#Y
await this.#ie(e,n)
const s=await this.#re(e)
await this.#oe(s)
if(s.failure===undefined)return this.#ae(e)
if(isCacheRefused(s.failure.error)&&this.#Z.kind!=="none"){this.#Z=J
for(const n of e)this.#ce(n,s.failure.error)
return this.#se(this.#ne(e))}const{image:i,error:r,step:o}=s.failure
const a=i===undefined?cureFor(r,o):this.#F(i,s)
if(a.kind==="lost"&&!t.aborted&&n.again(a)){const t=this.#ne(e)
for(const e of t)this.#de(e,r)
return this.#se(t,n)}if(a.kind==="engine-gone"&&!t.aborted)for(const n of this.#ne(e))this.#ue(n,s)
else if(i!==undefined&&a.kind==="none"&&this.#ne([i]).length>0)this.#ue(i,s)
const tried=e=>e===i?a:{kind:"none"}
await Promise.all(this.#ne(e).map(e=>this.#K(()=>this.#te(e,tried(e)))))}async#f(e){const{plan:n,registry:t,signal:s,options:i}=this.#Y
const r=this.#z.get(e.service)
const{decision:o,platform:a}=e
if(o.kind!=="build"||o.keep===undefined||r===undefined)return
if(i?.steps==="anew")return
const find=async()=>{const s=await keepSame(e,await this.#q.under(e),t)
if(s===undefined)return undefined
const{facts:i,reason:o}=s
const c="unchanged"
this.#le(e,i)
return{outcome:c,reason:o,...rowFacts(i,r,n.source,{platform:a,outcome:c})}}
await this.#V.endBy(e,find,{signal:s})}#le(e,n){this.#S.set(imageId(e),n.digest)
this.#q.add(e,n)}async#ie(e,n){const t=n.pauseMs()
const s=t>0?{until:$.m.now()+t,next:"retry"}:undefined
for(const t of e)this.#V.tell(t,"started",n.why,s)
if(t>0)await(0,$.y)(t,this.#Y.signal).catch(()=>{})}async#te(e,n){const{signal:t}=this.#Y
const s=new Tries(n)
this.#V.tell(e,"started")
for(;;){if(s.why!==undefined)await this.#ie([e],s)
if(t.aborted)return this.#V.end(e,(0,y.$)(t))
const n=await this.#re([e],s.cache)
await this.#oe(n)
if(this.#ne([e]).length===0)return
if(n.failure===undefined)return this.#ae([e])
if(!s.again(this.#F(e,n)))return this.#ue(e,n)}}#F(e,{failure:n}){if(n===undefined)return{kind:"none"}
const{native:t}=this.#Y.options??{}
const s=cureFor(n.error,n.step)
if(s.kind==="emulator"&&e.platform===t)return{kind:"none"}
if(s.kind==="lost")this.#de(e,n.error)
if(s.kind!=="none"||this.#Z.kind==="none"||!mayBeCache(n.error))return s
this.#ce(e,n.error)
return{kind:"cache"}}#de(e,{message:n}){this.#X.set(imageId(e),`built again, because the engine lost the build: ${n}`)}#ce(e,{message:n}){this.#X.set(imageId(e),`built without the cache, with it came: ${n}`)}async#re(e,n="with-cache"){const{plan:t,root:s,docker:i,signal:r,env:o,secrets:a,copies:c,options:d={}}=this.#Y
const u=this.#fe()
const l=this.#Z.write===undefined
const f=[]
try{const p=await Promise.all(e.map(async e=>[imageId(e),await this.#q.under(e)]))
return await runBake({...d,cache:n==="without-cache"?J:this.#Z,plan:t,root:s,env:o,...a&&{handed:a.values},docker:i,signal:r,images:e,copies:c,pushed:this.#S,under:new Map(p),onStep:(e,n)=>this.#V.tellStep(e,struck(n,u)),onPushed:(e,n)=>l&&f.push(this.#pe(e,n))})}catch(n){const t={error:{message:n.message}}
return{images:e.map(e=>({image:e,steps:[],warnings:[]})),failure:t}}finally{await Promise.all(f)}}async#oe(e){await Promise.all(e.images.map(async e=>{if(e.digest===undefined||this.#V.of(e.image)!==undefined)return
await this.#pe(e,e.digest)}))}async#pe(e,n){const{image:t}=e
const{plan:s,registry:i,signal:r,options:o}=this.#Y
const a=this.#z.get(t.service)
if(a===undefined)return
const{platform:c}=t
const{row:d,steps:u}=toldOf(e,this.#fe(),this.#X.get(imageId(t)))
this.#V.tell(t,"update","asking the registry for what was pushed")
const report=e=>this.#V.tell(t,"update","the registry does not show the push yet",e)
const l={signal:r,report:report}
const find=async()=>{const e=pushesByDigest(o?.driver??"docker")
if(e)await giveContentTag(i,t,n,l)
const{facts:r}=await readBack(i,t,n,l)
const d="built"
this.#le(t,r)
return{outcome:d,...rowFacts(r,a,s.source,{platform:c,outcome:d})}}
await this.#V.endBy(t,find,{signal:r,told:d,steps:u})}#ae(e){for(const n of this.#ne(e))this.#V.end(n,{outcome:"failed",error:{message:"docker buildx bake told of no digest for it"}})}#ue(e,{failure:n,images:t}){if(this.#Y.signal.aborted){this.#V.end(e,(0,y.$)(this.#Y.signal))
return}const s=t.find(n=>n.image===e)??{image:e,steps:[],warnings:[]}
const{row:i,steps:r}=toldOf(s,this.#fe())
const o=errorOf(n,this.#z.get(e.service),this.#fe())
this.#V.end(e,{outcome:"failed",...i,...o&&{error:o}},r)}#fe(){return striker([...this.#J])}#ne(e){return e.filter(e=>this.#V.of(e)===undefined)}async#ee(e){const{root:n,env:t,secrets:s}=this.#Y
for(const i of e){const e=this.#z.get(i.service)
if(e===undefined)continue
const r=await readSecrets(e,n,t,s)
for(const e of r.values)this.#J.add(e)
const o=[...r.missing,...await missingAgents(e,t)]
if(o.length>0)this.#V.end(i,{outcome:"failed",error:{message:o.join("; ")}})}return this.#ne(e)}}function bakesOf(e,n){const t=[...Map.groupBy(e,({service:e})=>n.get(e)?.dockerfile).values()].flat()
return Array.from({length:Math.ceil(t.length/le)},(e,n)=>t.slice(n*le,(n+1)*le))}var pe=t(58500)
var he=t(27766)
const modeOf=({kind:e,executable:n})=>e==="dir"||n?493:420
const me=500
async function copyContexts(e,n){const t=new Modes(e)
const s=new Map
const i=new Map
for(const{image:e,service:t,selected:r}of process.platform==="win32"?[]:n)for(const n of r){const r=contextOf(t,n.input.context)
if(r===undefined)continue
const o=s.get(r)??[]
s.set(r,o)
o.push(n)
i.set(r,(i.get(r)??new Set).add(e))}const r=new Map
let a
const c=new Map
const d={files:0,bytes:0}
for(const[n,u]of s){if(!await t.differ(u))continue
a??=await(0,N.mkdtemp)(o.join((0,Q.tmpdir)(),"lucid-contexts-"))
const s=o.join(a,String(c.size))
c.set(n,s)
try{await copyTaken(within(e,n),s,u,d)}catch(e){const t=`its build context cannot be copied with git's file modes: ${e.message}`
for(const e of i.get(n)??[])r.set(e,t)}}return{...a!==undefined&&{folder:a},at:e=>c.get(e),failed:[...r].map(([e,n])=>({image:e,message:n})),...d,[Symbol.asyncDispose]:async()=>{if(a!==undefined)await(0,N.rm)(a,{recursive:true,force:true})}}}function contextOf({context:e,contexts:n},t){if(t==="")return e
const s=Object.entries(n).find(([e])=>(0,he.p2)(e)===t)?.[1]
return s?.kind==="path"?s.path:undefined}class Modes{#i
#R=new Map
constructor(e){this.#i=e}async differ(e){for(const{input:n,entries:t}of e){if(n.oneMode)continue
const e=this.#R.get(t)??await this.#he(t)
this.#R.set(t,e)
if(e)return true}return false}async#he(e){for(const[n,t]of e.entries()){if(n%me===me-1)await(0,pe.setImmediate)()
if(t.kind!=="file"&&t.kind!=="dir"||isGits(t.path))continue
const e=(0,r.lstatSync)(o.join(this.#i,t.path),{throwIfNoEntry:false})
if(e!==undefined&&(e.mode&4095)!==modeOf(t))return true}return false}}const isGits=e=>/(?:^|\/)\.git(?:\/|$)/.test(e)
async function copyTaken(e,n,t,s){const i=new Set
const makeFolder=e=>{if(i.has(e))return
if(e!==n)makeFolder(o.dirname(e));(0,r.mkdirSync)(e,{mode:493});(0,r.chmodSync)(e,493)
i.add(e)}
makeFolder(n)
const put=(e,n,t,i)=>{if(t.isSymbolicLink()){(0,r.symlinkSync)((0,r.readlinkSync)(e),n);(0,r.lutimesSync)(n,t.atime,t.mtime)
return}(0,r.copyFileSync)(e,n,r.constants.COPYFILE_FICLONE);(0,r.chmodSync)(n,i);(0,r.utimesSync)(n,t.atime,t.mtime)
s.files++
s.bytes+=t.size}
const a=new Map
for(const{entries:e,root:n}of new Map(t.map(e=>[e.entries,e])).values())for(const t of e)a.set(t.path.slice(n.length),t)
let c=0
for(const[t,s]of a){if(++c%me===0)await(0,pe.setImmediate)()
if(isGits(t))continue
const[i,a]=[o.join(e,t),o.join(n,t)]
const d=(0,r.lstatSync)(i,{throwIfNoEntry:false})
if(d===undefined)continue
makeFolder(d.isDirectory()?a:o.dirname(a))
if(!d.isDirectory())put(i,a,d,modeOf(s))}mirror(o.join(e,".dockerignore"),o.join(n,".dockerignore"),put)
for(const t of i)if(t!==n||a.has(".git"))mirror(o.join(e,o.relative(n,t),".git"),o.join(t,".git"),put)}function mirror(e,n,t,s=undefined){const i=(0,r.lstatSync)(e,{throwIfNoEntry:false})
if(i===undefined||(0,r.lstatSync)(n,{throwIfNoEntry:false})!==undefined)return
const a=i.mode&4095
if(!i.isDirectory()){t(e,n,i,s===undefined?420:a)
return}(0,r.mkdirSync)(n)
for(const s of(0,r.readdirSync)(e))mirror(o.join(e,s),o.join(n,s),t,"mode");(0,r.chmodSync)(n,a)}var ge=t(49554)
async function takenBy(e,n,t){const{dockerfile:s}=n
const{selected:i,problems:r}=await(0,ge.wx)(n,{file:s,inputs:e.takes??[]},t)
const o=i.flatMap(({input:{line:e,label:n},entries:t})=>{const i=t.flatMap(({path:e,obstacle:n})=>n==="skipped"?[e]:[])
return i.length===0?[]:[notHere(`${n}: ${few(i)}`,{file:s,line:e})]})
const a=[s,`${s}.dockerignore`,...contextsOf(n).map(e=>`${e}.dockerignore`)]
const c=a.filter(e=>(0,he.oB)(t.tree,e)?.entry.obstacle==="skipped")
const d=[...r,...o,...c.map(e=>notHere(e,{file:s}))]
return d.length===0?{image:e,service:n,selected:i}:d}const notHere=(e,n)=>({code:"build/not-checked-out",message:`${e}: not on disk, the sparse checkout skips it`,...n!==undefined&&{at:n},fix:"check out all that is built from where it is built: leave `sparse-checkout` out there, or `git sparse-checkout add FOLDER`"})
const contextsOf=({context:e,contexts:n})=>[e,...Object.values(n).flatMap(e=>e.kind==="path"?[e.path]:[])].map(e=>e==="."?"":`${e}/`)
function few(e){const n=e.length-3
return`${e.slice(0,3).join(", ")}${n>0?` and ${n} more`:""}`}class Rows{#C
#me
#ge
#V=new Map
constructor(e,n,t=()=>{}){this.#C=e
this.#me=n
this.#ge=t}end(e,n,t=[]){const s=imageId(e)
if(this.#V.has(s))throw new Error(`${s} has ended already`)
const{service:i,platform:r,fingerprint:o,contentRef:a}=e
const c={service:i,platform:r,fingerprint:o,contentRef:a,checks:[],...n}
this.#V.set(s,c)
const d=n.outcome==="built"||n.outcome==="unchanged"
this.#me({stage:"build",subject:this.subject(e),state:d?"done":"failed",text:ended(n),...t.length>0&&{steps:t}})
this.#ge(c)}async endBy(e,n,{signal:t,told:s={},steps:i=[]}){let r
try{const e=await n()
r=e&&{...s,...e}}catch(e){const{message:n}=e
const i=e instanceof c.yo?e.problems[0]?.code:undefined
const o={message:n,...i!==undefined&&{code:i}}
r=t.aborted?(0,y.$)(t):{outcome:"failed",...s,error:o}}if(r!==undefined)this.end(e,r,r.outcome==="cancelled"?[]:i)}tell(e,n,t,s){const i={...t!==undefined&&{text:t},...s!==undefined&&{countdown:s}}
this.#me({stage:"build",subject:this.subject(e),state:n,...i})}tellStep(e,n){if(this.of(e)===undefined)this.#me({stage:"build",subject:this.subject(e),state:"update",step:n})}of(e){return this.#V.get(imageId(e))}all(){return this.#C.images.map(e=>{const n=this.#V.get(imageId(e))
if(n===undefined)throw new Error(`${imageId(e)} never ended`)
return n})}subject({service:e,platform:n}){const t=this.#C.images.filter(n=>n.service===e).length>1
return t?`${e} ${n}`:e}}function ended({outcome:e,digest:n,durationMs:t,error:s}){const i=n?.slice("sha256:".length,"sha256:".length+12)
const r=t===undefined?undefined:`${(t/1e3).toFixed(1)}s`
const o=e==="built"?[i,r]:e==="failed"?[s?.message]:[e,s?.message??i]
return o.filter(e=>e!==undefined).join(" ")}var we=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var ye=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function build(e){const n={...e,root:await(0,N.realpath)(e.root)}
const{plan:t,signal:s,now:i,options:r={}}=n
const o=i()
const a=new Rows(t,n.progress,n.ended)
const c=t.images.filter(({decision:e})=>e.kind==="build")
const d=c.length===0?[]:await exportDefinition(n)
for(const e of t.images)endBlocked(a,e)
const u=t.images.map(e=>endUnchanged(n,a,e))
{const e={stack:[],error:void 0,hasError:false}
try{const t=we(e,await prepareContexts(n,a,c),true)
const i=new Builder({...n,copies:t},a)
await buildInOrder(c.filter(e=>a.of(e)===undefined),a,i,s)}catch(n){e.error=n
e.hasError=true}finally{const n=ye(e)
if(n)await n}}await Promise.all(u)
return{kind:"lucid.build",version:1,revision:t.source.revision,images:a.all(),command:d.length===0?[]:["docker",...d,...r.steps==="anew"?["--no-cache"]:[]],durationMs:Math.round(i()-o)}}async function prepareContexts({plan:e,root:n,files:t},s,i){if(t===undefined||i.length===0)return undefined
const r=await t()
const o=[]
for(const n of i){const t=e.services.find(({name:e})=>e===n.service)
if(t===undefined)continue
const i=await takenBy(n,t,r)
if("selected"in i)o.push(i)
else s.end(n,{outcome:"failed",error:run_build_errorOf(i)})}const a=await copyContexts(n,o)
for(const{image:e,message:n}of a.failed)s.end(e,{outcome:"failed",error:{message:n}})
return a}async function buildInOrder(e,n,t,s){const i=new Set(e)
const r=new Set
for(;;){endHopeless(i,n,s)
const e=[...i].filter(e=>parents(e).every(e=>t.isThere(e)))
const o=new Set([...i].flatMap(e=>parents(e).map(imageId)))
const[a,c]=[true,false].map(n=>e.filter(e=>o.has(imageId(e))===n))
for(const e of[a??[],c??[]]){if(e.length===0)continue
for(const n of e)i.delete(n)
const n=t.build(e).finally(()=>r.delete(n))
r.add(n)}if(r.size===0)break
await Promise.race(r)}for(const e of i)n.end(e,{outcome:"skipped",error:{message:"the plan does not say how to get what it is FROM"}})}function parents({from:e,platform:n}){return[...new Set(Object.values(e))].map(e=>({service:e,platform:n}))}function endHopeless(e,n,t){for(let s=-1;s!==e.size;){s=e.size
for(const s of e){const i=parents(s).find(e=>{const t=n.of(e)?.outcome
return t==="failed"||t==="skipped"||t==="cancelled"})
if(t.aborted)n.end(s,(0,y.$)(t))
else if(i!==undefined)n.end(s,{outcome:"skipped",error:{message:`it is FROM ${i.service}, which ${n.of(i)?.outcome==="failed"?"failed":"was not built"}`}})
else continue
e.delete(s)}}}function endBlocked(e,n){const{decision:t}=n
if(t.kind!=="blocked")return
const s=t.problems.length>0?run_build_errorOf(t.problems):{message:t.reasons.map(({detail:e})=>e).join("; ")}
const i=t.problems.length>0&&t.problems.every(({code:e})=>e==="plan/base-blocked")
e.end(n,{outcome:i?"skipped":"failed",error:s})}function run_build_errorOf(e){const{file:n,line:t}=e[0]?.at??{}
const s=e.map(c.Vw).join("\n")
const i=e[0]?.code
return{message:s,...i!==undefined&&{code:i},...n!==undefined&&{file:n},...t!==undefined&&{line:t}}}async function endUnchanged({plan:e,registry:n,signal:t},s,i){const{decision:r,platform:o}=i
if(r.kind!=="unchanged")return
const a=e.services.find(({name:e})=>e===i.service)
const find=async()=>{const t=await n.imageFacts(`${(0,g._M)(i.contentRef)}@${r.digest}`,o)
if(t===undefined||a===undefined)throw new Error(`${i.contentRef} was there when the run was planned and is gone now; run it again`)
const s="unchanged"
return{outcome:s,...rowFacts(t,a,e.source,{platform:o,outcome:s})}}
await s.endBy(i,find,{signal:t})}async function exportDefinition(e){const{outDir:n,driver:t,...s}=e.options??{}
const i=o.join(n??"","bake.json")
const r={...e,...s}
if(n!==undefined){await(0,N.mkdir)(n,{recursive:true})
await(0,N.writeFile)(i,bakeFileText(bakeDefinition(r)),{mode:384})}return bakeCommand(i,r)}var be=t(96273)
async function cacheFor(e,n,t,s){const{env:i,cwd:r,log:a}=n
const c=e.cacheType==="auto"?fittingCache(i,s):e.cacheType
const d=cacheScopes(t.source,i)
const without=e=>{a(`no cache: ${e}`)
return J}
if(c==="none")return J
if(c==="gha"&&!hasGitHubCache(i))return without("GitHub's needs ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL, which GitHub gives to actions, not to `run:` steps")
if(c!=="local")return{kind:c,...d}
const u=e.cacheFolder?o.resolve(r,e.cacheFolder):o.join((0,D.nF)(i),"layers")
try{await(0,N.mkdir)(u,{recursive:true})}catch(e){return without(`${u} cannot be made: ${e.message}`)}return{kind:c,...d,folder:u}}async function attestFor({provenance:e,sbom:n},{env:t},s,i){const r=builderIdOf(t)
const o={provenance:e,...r!==undefined&&{builderId:r}}
const a=provenanceProblems(s,o,e==="max"?await(0,be.yt)(t):[])
if(a.length>0)throw new c.yo(a)
if(n===undefined)return o
const d=n==="on"?"docker.io/docker/buildkit-syft-scanner:stable-1":n
return{...o,sbom:(await i.resolve(d)).pinned}}var ke=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var ve=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function stage_build(e,n,t){const s=(0,h.cs)(e,n)
const i=await planFor(e,n,s)
const r=e.plan!==undefined?await resume(i,s,e.noCache?"none":"use"):i
if(e.print)return print(e,n,s,r)
const o=await buildPlan(e,n,s,r,await aheadOf(r,s,t))
const a=o.images.filter(({outcome:e})=>e!=="unchanged")
await leaveNotes(a,"build",r,n)
return o}async function aheadOf(e,n,t){const i=e.images.flatMap(({service:e,decision:n})=>n.kind==="unchanged"?e:[])
const r=publishedOf(n,e,i)
r.catch(()=>{})
const o=e.images.flatMap(({decision:e,platform:n})=>e.kind==="build"?n:[])
const a={build:true,platforms:[...new Set(o)]}
const c=o.length===0?undefined:(0,s.hh)(await t.engine(),a)
return{engine:c,published:r}}async function buildPlan(e,n,t,s,{engine:r,published:o}){const a={stack:[],error:void 0,hasError:false}
try{const{docker:c,env:d,secrets:l,progress:f,signal:p,now:m}=n
const{builder:g,maxParallel:w}=e
const y=r?.builder?.driver??"docker"
const b={...n,layerCache:openLayerCache(d)}
const k=ke(a,verifyAsBuilt(b,t,s),false)
k.begin()
const v=await build({plan:s,root:s.root,docker:c,registry:t,env:d,...l&&{secrets:l},progress:f,signal:p,now:m,files:async()=>{const e=(0,_.O)(s.root,n)
return(await(0,h.rB)(s.root,e,n.checkout??(0,i.Hj)(e))).files},ended:e=>k.take(e),options:{...r!==undefined&&await settings(e,n,t,s,y),outDir:e.out,...g!==undefined&&{builder:g},...w!==undefined&&{parallel:w},...r?.native!==undefined&&{native:r.native}}})
const $=await verifyUnproven(b,t,s,await k.into(v),o)
const x={...$,images:onRunner($.images,n)}
await(0,u.ft)(e.out,x)
await writeSubjects(e.out,"build",x)
return x}catch(e){a.error=e
a.hasError=true}finally{ve(a)}}async function print(e,n,t,s){const i=await settings(e,n,t,s,"docker")
return bakeDefinition({plan:s,root:s.root,env:n.env,...i})}async function settings(e,n,t,s,i){const[r,o]=await Promise.all([cacheFor(e,n,s,i),attestFor(e,n,s,t)])
const a=rewritesTimestamps(n.env)
return{cache:r,attest:o,driver:i,rewriteTimestamp:a,steps:e.noCache?"anew":"cached"}}async function resume(e,n,t){const s=new Set(e.selected)
const find=async e=>{const{decision:i,service:r,contentRef:o,platform:a}=e
if(i.kind!=="build")return e
const c=t==="none"||i.reasons.some(({kind:e})=>e==="forced")
if(c&&s.has(r))return e
const d=await(0,p.F1)(n,o,a)
if(d===undefined)return e
const u=[{kind:"already-built",detail:"built since the plan was made"}]
return{...e,decision:{kind:"unchanged",reasons:u,...d}}}
return{...e,images:await Promise.all(e.images.map(find))}}var $e=t(89348)
var xe=t(53663)
const Se=2e3
async function askDigests(e,n,t){const s=e.flatMap(({trace:e})=>e?.images??[])
const i=new Set(s.map(({ref:e})=>e).filter(e=>!e.includes("@")&&!e.includes("$")))
if(n.offline||i.size===0)return undefined
const r=AbortSignal.any([t.signal,AbortSignal.timeout(Se)])
const o=(0,h.cs)(n,{...t,signal:r})
const a=new Map
await Promise.all([...i].map(async e=>{const n=await o.resolve(e).catch(()=>undefined)
if(n!==undefined)a.set(e,n.digest)}))
return e=>a.get(e)}var Oe=t(1071)
var Ee=t(39491)
function applyEdits(e,n){const t=new Map
const s=[]
for(const i of e){const e=i.edits??[]
if(e.length===0)continue
const r=e.filter(e=>!(t.get(e.file)??[]).some(n=>isSame(e,n)))
const o=r.every(e=>isWithin(e,n(e.file))&&!(t.get(e.file)??[]).some(n=>meets(e,n)))
const a=r.every((e,n)=>!r.slice(0,n).some(n=>meets(e,n)))
if(!o||!a)continue
for(const e of r)t.set(e.file,[...t.get(e.file)??[],e])
s.push(i)}const i=[...t].flatMap(([e,t])=>{const s=n(e)??""
const i=rewrite(s,t)
return i===s?[]:[[e,i]]})
return{files:new Map(i),findings:s}}const isSame=(e,n)=>e.from===n.from&&e.to===n.to&&e.replacement===n.replacement
const isWithin=({from:e,to:n},t)=>t!==undefined&&Number.isSafeInteger(e)&&e>=0&&e<=n&&n<=t.length
const meets=(e,n)=>e.file===n.file&&(e.from===n.from||e.from<n.to&&n.from<e.to)
function rewrite(e,n){const t=[...n].sort((e,n)=>n.from-e.from)
return t.reduce((e,{from:n,to:t,replacement:s})=>e.slice(0,n)+s+e.slice(t),e)}const Me=10
async function fixFiles({root:e,look:n,mode:s}){const{createTwoFilesPatch:i}=await t.e(4023).then(t.bind(t,44023))
const r=new Map
const a=new Map
const c=(0,Ee.DR)(e)
let d=0
for(let t=0;t<(s==="write"?Me:1);t++){const t=await n()
const i=new Map
for(const n of new Set(t.flatMap(({edits:e=[]})=>e.map(e=>e.file))))i.set(n,c.look(n)==="file"?await exactText(o.join(e,n)):undefined)
const u=applyEdits(t,e=>i.get(e))
if(u.files.size===0)break
d+=u.findings.length
for(const[n,t]of u.files){if(!r.has(n))r.set(n,i.get(n)??"")
a.set(n,t)
if(s==="write")await write(e,n,t)}}const u=[...a].sort().map(([e,n])=>({file:e,diff:i(`a/${e}`,`b/${e}`,r.get(e)??"",n).replace(/^=+\n/,"")}))
return{findings:d,written:s==="write",files:u}}async function exactText(e){const n=await(0,N.readFile)(e)
const t=n.toString("utf8")
return Buffer.from(t).equals(n)?t:undefined}async function write(e,n,t){try{await(0,N.writeFile)(o.join(e,n),t)}catch(e){const t=e instanceof Error?e.message:String(e)
throw new c.yo({code:"lint/unwritable",message:"cannot be mended",at:{file:n},why:t},{cause:e})}}var je=t(46183)
async function runChecks(e,n,t){const s=JSON.stringify(asBakeText({group:{default:{targets:Object.keys(n)}},target:n}))
const i={BUILDX_GIT_INFO:"false",BUILDX_NO_DEFAULT_ATTESTATIONS:"1"}
const r=["buildx","bake","--file=-","--call=check,format=json","--progress=quiet"]
const{stdout:o,stderr:a}=await e(r,{...t,input:s,env:i})
const c=readChecks(o)
if(c!==undefined)return c
return a.trim().split("\n").at(-1)?.replace(/^ERROR: /,"")||"docker buildx gave no answer"}function readChecks(e){let n
try{n=JSON.parse(e)}catch{return undefined}return Object.fromEntries(Object.entries(n.target??{}).map(([e,{check:n}])=>{const t=n?.buildError?.message??n?.error
const s=(n?.warnings??[]).flatMap(toWarning)
return[e,{warnings:s,...t!==undefined&&{error:t.split("\n")[0]??t}}]}))}function toWarning({ruleName:e,detail:n,description:t,url:s,location:i}){if(e===undefined)return[]
const r=i?.ranges?.[0]
const[o,a]=[r?.start?.line,r?.end?.line]
return[{rule:e,detail:n??t??e,...s?.startsWith("https://")&&{url:s},...o!==undefined&&o>0&&{line:o},...a!==undefined&&a>0&&{endLine:a}}]}var Ie=t(95538)
var Pe=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var Te=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
const Ae=1e4
const _e="docker-image://scratch"
async function checkBuilds(e,n,t,s){const i={stack:[],error:void 0,hasError:false}
try{if(t.buildChecks==="off")return{checks:[]}
const r=Pe(i,new Ie.d(s.progress).begin("docker","running BuildKit's checks"),false)
const o=await inTheWay(s)
if(o.length>0&&t.buildChecks==="on")throw new c.yo(o)
if(o.length>0)return{checks:[],skipped:o.map(({message:e})=>e).join("; ")}
const a=new Map(e.flatMap(e=>"selected"in e?[[e.service.name,e]]:[]))
const run=(e,t,i)=>runChecks(s.docker,Object.fromEntries(e.map(e=>[targetName(e.service),targetOf(e,n,t)])),{cwd:n,signal:i})
const d=[...a.values()]
const u=t.offline?"offline":await run(d,"asked",AbortSignal.any([s.signal,AbortSignal.timeout(Ae)]))
s.signal.throwIfAborted()
const l=typeof u==="string"?d:d.filter(({service:e})=>u[targetName(e)]?.error!==undefined)
const f=l.length===0?{}:await run(l,"empty",s.signal)
s.signal.throwIfAborted()
if(typeof f==="string")return{checks:[],skipped:f}
const p=d.flatMap(e=>{const n=targetName(e.service)
const t=f[n]
const s=t??(typeof u==="string"?undefined:u[n])
return s===undefined?[]:toChecks(e,s,t===undefined?"asked":"empty")})
return{checks:p}}catch(e){i.error=e
i.hasError=true}finally{Te(i)}}async function inTheWay({docker:e,signal:n}){const t=await(0,s.P7)(e,{signal:n})
return(0,s.p7)(t,{}).concat(t.buildx===undefined&&t.server!==undefined?[{code:"engine/buildx-missing",message:"buildx is not installed",fix:"install the package docker-buildx-plugin"}]:[])}const targetName=({name:e})=>e.replace(/[^A-Za-z0-9_-]/g,"_")
function targetOf({service:e,dockerfile:n,trace:t,args:s,platform:i,from:r},o,a){const within=e=>e==="."?o:`${o}/${e}`
const c=a==="asked"?[]:t.images.filter(({use:e})=>e!=="syntax").map(({ref:e})=>(0,he.p2)(e))
const d=Object.entries(e.contexts).map(([e,n])=>[(0,he.p2)(e),n.kind==="path"?within(n.path):_e])
const u=n.directives.find(({name:e})=>e==="syntax")
return{context:within(e.context),dockerfile:within(e.dockerfile),...a==="empty"&&u!==undefined&&{"dockerfile-inline":withoutLine(n.text,u.line)},...e.target!==undefined&&{target:e.target},platforms:[i],args:s,contexts:Object.fromEntries([...c.map(e=>[e,_e]),...Object.keys(r).map(e=>[e,_e]),...d])}}function withoutLine(e,n){const t=e.split("\n")
const s=t.findIndex(e=>!/^#\s*\w+\s*=/.test(e))
const i=t.slice(0,s<0?t.length:s)
i.splice(n-1,1)
return[...i,"#",...t.slice(i.length+1)].join("\n")}function toChecks({service:e,dockerfile:n,trace:t},{warnings:s},i){const r=new Set(t.unset.filter(({certainty:e})=>e==="maybe").map(({name:e})=>e))
return s.filter(({rule:e,detail:n})=>{const s=e==="UndefinedVar"?/'\$\{?(\w+)\}?'/.exec(n)?.[1]:undefined
const o=i==="empty"||t.named.length>0
return!(o&&s!==undefined&&r.has(s))}).map(({rule:t,detail:s,url:i,line:r,endLine:o})=>({rule:t,detail:s,...i!==undefined&&{url:i},at:{file:n.file,line:r??1,...o!==undefined&&o!==r&&{endLine:o}},service:e.name}))}var Ce=t(58283)
var Ne=t(9792)
function makeBaseline(e,n){const t=new Map
for(const{finding:s,fingerprint:i,occurrence:r}of(0,Ne.W)(e,n)){const{code:e,at:n,message:o}=s
const a=t.get(i)
t.set(i,{...a??{rule:e,file:n?.file??"",fingerprint:i,message:o},count:r})}const key=({file:e,rule:n,fingerprint:t})=>`${e}\n${n}\n${t}`
const s=[...t.values()].sort((e,n)=>key(e)<key(n)?-1:1)
return{kind:"lucid.lint-baseline",version:1,findings:s}}function compareBaseline(e,n,t){const s=new Map(n.findings.map(({fingerprint:e,count:n})=>[e,n]))
const i=(0,Ne.W)(e,t).flatMap(({finding:e,fingerprint:n})=>{const t=s.get(n)??0
if(t>0)s.set(n,t-1)
return t>0?[]:[e]})
const r=[...s.values()].reduce((e,n)=>e+n,0)
return{fresh:i,old:e.length-i.length,gone:r}}function readBaseline(e){let n
try{n=JSON.parse(e)}catch{return undefined}if(typeof n!=="object"||n===null)return undefined
const{kind:t,version:s,findings:i}=n
const r=Array.isArray(i)&&i.every(e=>typeof e?.fingerprint==="string"&&Number.isSafeInteger(e.count)&&(e.count??0)>0)
return t==="lucid.lint-baseline"&&s===1&&r?n:undefined}async function withBaseline(e,n,{baseline:t,updateBaseline:s},i){if(t===undefined){if(!s)return undefined
const e="add --baseline FILE"
throw new c.yo({code:"options/value",message:"update-baseline does not know which file",fix:e})}if(!s)return compareBaseline(e,await read(o.resolve(i,t),t),n)
const r=makeBaseline(e,n)
await(0,u.f8)(o.resolve(i,t),`${JSON.stringify(r,undefined,"\t")}\n`)
return compareBaseline(e,r,n)}async function read(e,n){let t
try{t=await(0,N.readFile)(e,"utf8")}catch(e){const t=e instanceof Error?e.message:String(e)
const s="write it with --update-baseline"
throw new c.yo({code:"options/baseline",message:"the baseline cannot be read",at:{file:n},why:t,fix:s},{cause:e})}const s=readBaseline(t)
if(s!==undefined)return s
const i="write it again with --update-baseline"
throw new c.yo({code:"options/baseline",message:"that is not a baseline of version 1",at:{file:n},fix:i})}async function lint(e,n){const t=await look(e,n)
const{catalog:s,selected:i}=t
const r=e.fix?await fixFiles({root:s.root,mode:e.dryRun?"show":"write",look:async()=>(await look(e,n,t.outside)).findings}):undefined
const{findings:o,text:a}=r?.written&&r.files.length>0?await look(e,n):t
const c=await withBaseline(o,a,e,n.cwd)
const d=await writeLint(e.out,c?.fresh??o,i,{skipped:t.skipped,...c&&{baseline:{old:c.old,gone:c.gone}},...r&&{fixed:r}})
await writeSarif(d,s,a,e,n)
return d}async function look(e,n,t){const s=(0,_.O)((0,_.I)(e,n),n)
const r=(0,i.Hj)(s)
const a=await(0,h.O_)(e,n,r)
const{files:c,around:d}=await(0,h.rB)(a.root,s,r)
const u=(0,l.Z)(a,{services:e.service,phases:e.phase})
const f=await(0,xe.c)(a,c).readAll(u,[],"to-build")
const[p,m,g]=t===undefined?await Promise.all([(0,je.O)({catalog:a,subjects:(0,Oe.Z6)(f),around:d},e,n),checkBuilds(f,a.root,e,n),askDigests(f,e,n)]):[]
const w=t??{...p&&{packages:p.packages},...m&&{buildChecks:m.checks},...g&&{digest:g}}
const y=await(0,Ce.u)(a.root,f)
const b=(0,Oe.WX)({inputs:f,services:u,catalog:a,around:d,special:y,...w})
const k=(p?.troubles??[]).map(e=>({check:"packages",why:e}))
if(m?.skipped!==undefined)k.push({check:"build-checks",why:m.skipped})
const text=e=>d.text(e===a.file?o.basename(e):e)
return{catalog:a,selected:u,findings:b,text:text,outside:w,skipped:k}}async function writeLint(e,n,t,s={}){const i=new Set(t.map(({dockerfile:e})=>e))
const r={kind:"lucid.lint",version:1,findings:n,files:i.size,...s}
await(0,u.ft)(e,r)
return r}async function writeSarif(e,n,s,i,r){const{toSarif:a}=await t.e(3349).then(t.bind(t,63349))
const c=(await(0,_.O)(n.root,r)(["rev-parse","--show-prefix"]))?.trim()??""
const d=`${JSON.stringify(a(e,{version:$e.r,prefix:c,catalog:n.file,text:s}))}\n`
const l=[o.join(i.out,"lint.sarif"),...i.sarif===undefined?[]:[o.resolve(r.cwd,i.sarif)]]
await Promise.all(l.map(e=>(0,u.f8)(e,d)))}async function openSigner({by:e,log:n},t){const s=await(0,N.mkdtemp)(o.join((0,Q.tmpdir)(),"lucid-sign-"))
const done=()=>(0,N.rm)(s,{recursive:true,force:true})
const cosign=(...e)=>run(t,e)
try{await cosign("version")
const i=e.kind==="key"?await publicKey(cosign,e.key,s):identity(t.env)
return{sign:t=>signOne(cosign,t,e,n,i),[Symbol.asyncDispose]:done}}catch(e){await done()
throw e}}async function signOne(e,n,t,s,i){const r=isLoopback(n)?["--allow-http-registry"]:[]
const verify=()=>e("verify",...i,...r,...s?[]:["--insecure-ignore-tlog=true"],n)
if((await verify()).ok)return
const o=t.kind==="key"?[`--key=${t.key}`,`--tlog-upload=${s}`]:[]
const a=await e("sign","--yes",...o,...r,n)
if(!a.ok)throw new c.yo({code:"sign/failed",message:`${n} could not be signed`,why:a.said,fix:t.kind==="keyless"?'give the job "permissions: id-token: write", which signing without a key needs':"check the key and COSIGN_PASSWORD, and that the login may push"})
const d=await verify()
if(!d.ok)throw new c.yo({code:"sign/unverified",message:`${n} was signed, but the signature cannot be verified`,why:d.said,fix:"publish again: what is done is found and kept"})}async function publicKey(e,n,t){const{ok:s,said:i}=await e("public-key",`--key=${n}`)
const r=/-----BEGIN PUBLIC KEY-----[\s\S]*-----END PUBLIC KEY-----/.exec(i)?.[0]
if(!s||r===undefined)throw new c.yo({code:"sign/key",message:"the key to sign with cannot be read",why:i,fix:"name it with sign-key, and its password with COSIGN_PASSWORD"})
const a=o.join(t,"key.pub")
await(0,N.writeFile)(a,`${r}\n`)
return[`--key=${a}`]}function identity(e){const{GITHUB_ACTIONS:n,GITHUB_REPOSITORY:t,GITHUB_SERVER_URL:s="https://github.com"}=e
if(n!=="true"||!t)return["--certificate-identity-regexp",".+","--certificate-oidc-issuer-regexp",".+"]
const i=`${s}/${t}/`.replace(/[.+?^${}()|[\]\\*]/g,"\\$&")
const r="https://token.actions.githubusercontent.com"
return["--certificate-identity-regexp",`^${i}`,"--certificate-oidc-issuer",r]}async function run({exec:e,signal:n},t){const s={...n&&{signal:n},keep:1<<16}
const i=await e(["cosign",...t],s).catch(e=>{throw new c.yo({code:"sign/no-cosign",message:"cosign cannot be run",why:e instanceof Error?e.message:String(e),fix:"install it (the action sigstore/cosign-installer does), or leave `sign` out"},{cause:e})})
n?.throwIfAborted()
const{exitCode:r,stdout:o,stderr:a}=i
return{ok:r===0,said:r===0?o:lastLines(a)}}function lastLines(e){const n=e.split("\n").filter(e=>e.trim()!==""&&!e.startsWith("WARNING"))
return n.slice(-3).join(" ").replace(/[\u0000-\u001f\u007f-\u009f]/g," ").slice(0,500)}function isLoopback(e){return/^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?\//.test(e)}var Re=t(20549)
const De=500
async function exceptionOf({despiteSmoke:e,reason:n},{root:t,selected:s},i){const r=n?.trim()??""
const o=[]
const wrong=(e,n)=>o.push({code:"publish/exception",message:e,fix:n})
if(!e){if(r==="")return undefined
wrong("there is a `reason`, but nothing to give it for","add `despite-smoke`, or leave `reason` out")}else{if(r==="")wrong("`despite-smoke` needs a reason, which is recorded",'add it: --reason "the fix for the outage, #123"')
if(r.length>De||/\p{Cc}/u.test(r))wrong(`\`reason\` is a single line of at most ${De} characters`,"shorten it, and link to the rest")
if(s.length!==1)wrong(`\`despite-smoke\` is for one service, and ${s.length} are selected`,"name the service: lucid publish api --despite-smoke --reason TEXT")}if(o.length>0)throw new c.yo(o)
return{who:await whoAsks(t,i),when:timeOf(i),why:r}}const timeOf=({date:e=Date.now})=>new Date(e()).toISOString().replace(/\.\d+Z$/,"Z")
async function whoAsks(e,n){const{GITHUB_TRIGGERING_ACTOR:t,GITHUB_ACTOR:s}=n.env
const i=t||s||(await(0,_.O)(e,n)(["config","user.email"]))?.trim()
return i||(0,Q.userInfo)().username}var Le=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var Be=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
const Fe=50
function backoff_patience(e,n,t){let s=Fe
let i=e
return{async again(){if(i<=0||t?.aborted)return false
const e=Math.min(s,i)
i-=e
s=Math.min(s*2,4e3)
await n(e)
return true},over(){s=Fe}}}function patientOf({options:e,signal:n,progress:t},s){const i=s==="signalled"?n:undefined
const r=new Ie.d(t)
const wait=async e=>{const n={stack:[],error:void 0,hasError:false}
try{const t=Le(n,r.begin("registry",undefined),false)
t.update("it does not show yet what was written",{until:$.m.now()+e,next:"retry"})
await(0,$.y)(e,i??(new AbortController).signal).catch(()=>{})}catch(e){n.error=e
n.hasError=true}finally{Be(n)}}
return backoff_patience(e?.lagMs??2e4,wait,i)}const He=new Set(["BLOB_UNKNOWN","MANIFEST_UNKNOWN","MANIFEST_BLOB_UNKNOWN"])
async function putPatiently(e,n,t,s,i){for(;;){try{return await e.putManifest(n,t,s)}catch(e){const n=e.registryCode
if(typeof n!=="string"||!He.has(n)||!await i.again())throw e}}}function gather(e,n,t){const s=[]
const i=[]
for(const r of e.platforms){const mine=n=>n.find(n=>n.service===e.name&&n.platform===r)
const o=mine(t)
const a=mine(n)
if(o!==undefined){const{outcome:e,contentRef:n,digest:t}=o
const a=e==="built"||e==="unchanged"
if(a&&t!==undefined)s.push({platform:r,contentRef:n,digest:t,fresh:e==="built"})
else{const n=e==="skipped"||e==="cancelled"?"skipped":"failed"
const t=o.error?.message??(a?"it has no digest":undefined)
i.push({kind:n,text:`${r}: build ${e}${t===undefined?"":`: ${t}`}`})}}else if(a?.decision.kind==="unchanged")s.push({platform:r,contentRef:a.contentRef,digest:a.decision.digest,fresh:false})
else if(a?.decision.kind==="blocked")i.push({kind:"failed",text:`${r}: ${a.decision.problems[0]?.message??"blocked"}`})
else i.push({kind:"skipped",text:`${r}: not built`})}if(i.length===0&&s.length>0)return{kind:"complete",images:s}
const r=i.some(e=>e.kind==="failed")?"failed":"skipped"
return{kind:r,reason:i.map(({text:e})=>e).join("; ")||"the catalog names no platform for it"}}async function factsOfAll(e,n,t){return Promise.all(n.map(n=>factsOf(e,n,t)))}async function factsOf(e,{platform:n,contentRef:t,digest:s,fresh:i},r){let o=await e.imageFacts(t,n)
while(o===undefined&&i&&await r.again())o=await e.imageFacts(t,n)
const wrong=(e,n)=>new c.yo({code:"publish/content",message:e,fix:n})
if(o===undefined)throw wrong(`${t} is not in the registry`,"build it again")
if(o.digest!==s&&o.indexDigest!==s)throw wrong(`${t} holds ${o.digest}, but ${s} was built`,"another run built the same source meanwhile: run again")
if(`${o.os}/${o.architecture}`!==n.split("/",2).join("/"))throw wrong(`${t} is made for ${o.platform}, not ${n}`,"build it again for that platform")
return o}const Ue="application/vnd.oci.image.index.v1+json"
const We=[...["revision","created","source","url","title","description","licenses"],...["base.name","base.digest"]].map(e=>`org.opencontainers.image.${e}`)
const Ge=new Set(["org.opencontainers.image.base.digest"])
const Ye="org.opencontainers.image.version"
function makeIndex(e,n){const t=[...e].sort((e,n)=>e.platform<n.platform?-1:e.platform>n.platform?1:0)
const s=t.flatMap(({labels:e})=>Object.keys(e).filter(e=>e.startsWith("com.lucid.")))
const i=[...We,...[...new Set(s)].sort()].flatMap(e=>{const n=t.map(({labels:n})=>n[e])
const s=n.find(e=>e!==undefined&&e!=="")
const i=s!==undefined&&(!Ge.has(e)||n.every(e=>e===s))
return i?[[e,s]]:[]})
if(n!==undefined)i.push([Ye,n])
const r={schemaVersion:2,mediaType:Ue,manifests:[...t.map(descriptorOf),...t.flatMap(({attestations:e})=>e)],...i.length>0&&{annotations:Object.fromEntries(i)}}
const o=(new TextEncoder).encode(JSON.stringify(r))
return{bytes:o,digest:`sha256:${(0,Z.createHash)("sha256").update(o).digest("hex")}`}}function imagesIn({bytes:e}){return JSON.parse((new TextDecoder).decode(e)).manifests}function hasSameImages({content:e},n){if(e.kind!=="index")return false
const names=e=>e.filter(e=>!isAttestation(e)).map(({digest:e})=>e).sort().join()
return names(e.manifests)===names(imagesIn(n))}function isAttestation({platform:e}){return e?.os==="unknown"}function descriptorOf({mediaType:e,digest:n,manifestSize:t,os:s,architecture:i,variant:r}){const o={architecture:i,os:s,...r!==undefined&&{variant:r}}
return{mediaType:e,digest:n,size:t,platform:o}}async function copyIndex(e,n,t,s,{patient:i,onChunk:r}){const o=JSON.parse((new TextDecoder).decode(s.bytes)).manifests
for(const s of o)await copyImage(e,n,t,s,{patient:i,onChunk:r})
await putPatiently(e,`${t}@${s.digest}`,s.bytes,Ue,i)}async function copyImage(e,n,t,s,{patient:i,onChunk:r}){const{digest:o}=s
if(await e.head(`${t}@${o}`)!==undefined)return
const a=await e.manifest(`${n}@${o}`)
if(a===undefined)throw new c.yo({code:"publish/content",message:`${o} of ${n} is gone, so it cannot be copied to ${t}`,fix:isAttestation(s)?"build it again: its attestation was deleted":"build it again"})
const{content:d,bytes:u,descriptor:l}=a
const f=d.kind==="image"?[d.config,...d.layers]:[]
const p=distinct(f).filter(e=>!isForeign(e))
await Promise.all(p.map(s=>e.copyBlob(n,t,{...s,onChunk:r})))
await putPatiently(e,`${t}@${o}`,u,l.mediaType,i)}function distinct(e){return[...new Map(e.map(e=>[e.digest,e])).values()]}function isForeign({mediaType:e}){return/nondistributable|foreign/.test(e)}var Ve=t(15044)
var ze=t(26627)
function failedVerification({policy:e},n){if(e.verify!=="required")return undefined
const t=n.flatMap(({platform:e,checks:n})=>(0,Ve.HH)(n).map(n=>`${e}: ${(0,Ve.iW)(n)}`))
return t.length===0?undefined:`verification failed: ${t.join("; ")}`}function heldForSource({dirty:e,revision:n},{allowDirty:t=false}){if(t)return undefined
if(n===m.Pi)return"built without git: no commit stands for it (--allow-dirty lets it pass)"
return e?"uncommitted changes: commit them first (--allow-dirty lets them pass)":undefined}function smokeGate({plan:e,service:n,images:t,smoked:s},{requireSmoke:i=true}){if(!i||n.policy.smoke!=="required")return{kind:"open",proven:[]}
if(!(0,ze.Np)((0,ze.I)(e,n)))return{kind:"open",proven:[]}
const{hash:r}=(0,w.Qm)(e,n)
const o=t.map(e=>{const t=s.filter(t=>t.service===n.name&&t.platform===e.platform)
return{image:e,row:t.find(({digest:n})=>n===e.digest)??t[0]}})
const isAbout=(e,{digest:n})=>e?.digest===n&&e.trial===r
for(const{image:e,row:n}of o)if(n?.verdict==="unhealthy"&&isAbout(n,e)||n?.verdict==="not tried")return{kind:"shut",why:`smoke on ${e.platform}: ${wordsFor(n)}`}
const a=o.filter(({image:e,row:n})=>n?.verdict!=="healthy"||!isAbout(n,e))
const c=t.filter(e=>!a.some(n=>n.image===e))
if(a.length===0)return{kind:"open",proven:c}
return{kind:"unproven",proven:c,images:a.map(({image:e,row:n})=>({...e,why:whyUnproven(e,n,r)}))}}function whyUnproven({platform:e,digest:n},t,s){if(t===undefined||t.verdict==="skipped")return`smoke did not run on ${e}${t?.reason===undefined?"":`: ${t.reason}`}`
if(t.digest!==n)return`smoke on ${e} ran ${t.digest}, which is not what is published`
if(t.trial!==s)return`smoke on ${e} made other checks than the catalog has now`
return`smoke on ${e}: ${wordsFor(t)}`}function wordsFor({verdict:e,failure:n,reason:t}){const s=n?.guess??t
return s===undefined?e:`${e}, ${s}`}function candidatesFor(e){const begin=n=>({...{service:e,image:n,images:[],facts:[],stored:new Set,spent:0},...{tags:[],warnings:[]}})
const n=begin(e.image)
return[n,...(e.copies??[]).map(e=>({...begin(e),of:n}))]}function tagsOf({service:e},n){return n.tags[e.name]??{immutable:[],floating:[]}}function digestOf(e,{plain:n,release:t}){const s=e.filter(({state:e})=>e!=="held"&&e!=="kept")
if(s.length===0)return undefined
return s.every(e=>e.release)?t.digest:n.digest}function outcomeOf(e){if(e.some(({state:e})=>e==="written"||e==="moved"))return"published"
if(e.some(({state:e})=>e==="present"||e==="kept"))return"unchanged"
return e.length>0?"held":"skipped"}function toRow(e,n,t){const{service:s,image:i,images:r,facts:o,indexes:a,release:c,signed:d,exception:u}=e
const l=allTags(e,t)
const f=a&&digestOf(l,a)
const p=l.some(e=>e.release&&e.state!=="held"&&e.state!=="kept")
const{outcome:h,reason:m}=together(e,n)
const{code:g}=[e,...n].find(e=>e.outcome==="failed")??{}
return{service:s.name,image:i,outcome:h,...f!==undefined&&{digest:f},...p&&a&&c&&{release:{...c,digest:a.release.digest}},platforms:r.map(({platform:e,digest:n},t)=>{const{size:s,layers:i}=o[t]??{}
return{platform:e,digest:n,...s!==undefined&&{size:s},...i&&{layers:i.length}}}),tags:l,...n.length>0&&{copies:n.map(e=>copyRow(e,t))},...d&&{signed:d},...u&&{exception:u},...warningsOf([e,...n]),...m!==undefined&&{reason:m},...g!==undefined&&{code:g},durationMs:Math.round([e,...n].reduce((e,{spent:n})=>e+n,0))}}function warningsOf(e){const n=[...new Set(e.flatMap(e=>e.warnings))]
return n.length===0?{}:{warnings:n}}function copyRow(e,n){const{image:t,outcome:s="skipped",reason:i}=e
return{image:t,outcome:s,tags:allTags(e,n),...i!==undefined&&{reason:i}}}function allTags(e,n){const{tags:t,reason:s}=e
const i=tagsOf(e,n)
const r=["immutable","floating"].flatMap(e=>i[e].filter(n=>!t.some(t=>t.kind===e&&t.tag===n)).map(n=>{const t=i.versioned?.includes(n)?{release:true}:{}
return{tag:n,kind:e,state:"held",...t,...s!==undefined&&{why:s}}}))
return[...t,...r]}function together(e,n){const{outcome:t="skipped",reason:s}=e
for(const e of["failed","cancelled","superseded"]){const s=n.find(n=>n.outcome===e)
if(t===e||t==="failed"||s===undefined)continue
return{outcome:e,reason:`${s.image}: ${s.reason??e}`}}const i=t==="unchanged"&&n.some(e=>e.outcome==="published")
return{outcome:i?"published":t,...s!==undefined&&{reason:s}}}function tell({service:e,of:n,outcome:t,reason:s,tags:i,warnings:r},o){if(n!==undefined&&t!=="failed")return
const a=i.filter(({state:e})=>e==="written"||e==="moved").map(({tag:e})=>e)
const c=s??(a.length>0?a.join(", "):t)
const d=[c,...r.map(e=>`warning: ${e}`)].join("; ")
const u=t==="failed"?"failed":"done"
o?.({stage:"publish",subject:e.name,state:u,...d!==""&&{text:d}})}function tellDoing(e,n,t,s){const{service:i,of:r}=e
if(r?.outcome!==undefined)return
t?.({stage:"publish",subject:i.name,state:"update",text:n,...s&&{bytes:s}})}function reasonOf(e){if(e instanceof c.yo)return e.problems.map(({message:e,why:n,fix:t})=>[e,n,t&&`fix: ${t}`].filter(Boolean).join("; ")).join(" | ")
return e instanceof Error?e.message:String(e)}const exceptionWords=({who:e,when:n,why:t,smoke:s})=>`published despite smoke by ${e} at ${n}: ${t}${s===undefined?"":` (${s})`}`
var qe=t(28690)
const Je="to move the tag all the same, publish with `--allow-unordered`, in a workflow with `allow-unordered: true`"
async function rewriteOf(e,n,t,s){const i="check out the whole history (fetch-depth: 0), or give `github-token`"
const r=t==="unknown"?`${i}; ${Je}`:Je
const unproven=(e,n=r)=>({kind:"unproven",why:e,fix:n})
const o={published:shortRevision(e.revision),ours:shortRevision(n.revision)}
if([e.revision,n.revision].includes(m.Pi))return unproven(`${o.published} is published, and one of the two was built without git`)
if(n.ref===undefined||e.ref!==n.ref)return unproven(foreignWords(e,n,t))
const a=(0,m.VL)(n.ref)
const c=await(s?.(n.ref))??{silent:"this run has no remote to ask"}
if("silent"in c)return unproven(`${o.published} is published, and nothing says where ${a} is now: ${c.silent}`)
const d=t==="diverged"||t==="older"
if(c.revision===n.revision&&d)return{kind:"rewritten"}
if(c.revision===e.revision)return{kind:"replaced"}
if(c.revision===n.revision)return unproven(`it is not known whether ${o.published}, which is published, comes before ${o.ours}`)
const u=c.revision===undefined?"gone":`at ${shortRevision(c.revision)}`
return unproven(`${o.published} is published, and ${a} is ${u} on the remote, not at ${o.ours}`,`run the workflow for the newest commit of ${a}; ${Je}`)}function foreignWords(e,n,t){const s=e.ref===undefined?"a git tag or an earlier version":(0,m.VL)(e.ref)
const i=`${shortRevision(e.revision)} of ${s} is published`
return t==="unknown"?`${i}, and it is not known whether it comes before ${shortRevision(n.revision)}`:`${i}, and ${shortRevision(n.revision)} does not come after it`}function foreignPull(e,n){if(e===undefined||e.ref===n.ref)return undefined
const t=[e.ref,n.ref].find(m.Nb)
if(t===undefined)return undefined
return(0,m.Nb)(e.ref)?`it is the tag of ${(0,m.VL)(t)}`:`it is published already, and not by ${(0,m.VL)(t)}`}const shortRevision=e=>/^[0-9a-f]{40,64}$/.test(e)?e.slice(0,7):e
async function promote(e){const n={tag:false}
try{return await settle(e,n)}catch(t){if(!n.tag)throw t
const{image:s,tag:i}=e
throw new c.yo({code:"publish/unconfirmed",message:`${s}:${i} may have moved, but that could not be confirmed`,why:t.message.split("\n",1)[0]??"",fix:"publish again: what is done is found and kept"},{cause:t})}}async function settle(e,n){const{registry:t,image:s,tag:i,index:r,signal:o,patient:a}=e
const d=(0,M.bn)(i,e.copies??2)
const u=await promote_look(e,d)
const l=ourPublication(e,u)
if((0,m.Nb)(l.ref)&&u.tag!==undefined&&u.ledger.every(e=>e===undefined))return foreign("no record says which pull request it belongs to")
let f=u
let p=[]
const h=new Map
for(let r=0;r<20;r++){const r=await newestOf(e,l,f,p)
if(r.kind==="unordered")return r
const c=r.publication
if(c===l)p=r.replaced
const m=nextStep(f,c,c===l?undefined:h)
if(m?.kind!=="ledger"&&!f.isWhole){f=await promote_look(e,d)
continue}if(m===undefined)return ending(e,{ours:l,best:c,replaced:p},u.tag)
if(h.size===0&&o?.aborted)return{kind:"cancelled"}
const[g,w,y]=m.kind==="tag"?[`${s}:${i}`,await indexOf(e,c),Ue]:[`${s}:${d[m.copy]}`,(0,M.XL)(withReplaced(c,l,p)),M.Yt]
if(m.kind==="ledger"&&f.ledger[m.copy]===undefined)await t.putBlob(s,M.Ro)
n.tag||=m.kind==="tag"
await putPatiently(t,g,w,y,a)
h.set(promote_keyOf(m),valueAt(c,m))
const b=shown(f,m)
const k=m.kind==="ledger"&&m.copy+1<d.length?f:undefined
f=await promote_look(e,d,k)
while(shown(f,m)===b&&await a.again())f=await promote_look(e,d,k)
a.over()}throw new c.yo({code:"publish/not-shown",message:`${s}:${i} does not come to rest`,why:`the registry shows ${f.tag??"nothing"} where ${r.digest} was written`,fix:"publish again when nobody else does"})}async function promote_look({registry:e,image:n,tag:t},s,i){const tagged=async()=>(await e.head(`${n}:${t}`))?.digest
const[r,...o]=await Promise.all([i===undefined?tagged():i.tag,...s.map(async t=>{const s=await e.manifest(`${n}:${t}`)
return s&&(0,M.SC)(s,t)})])
return{ledger:o,tag:r,isWhole:i===undefined}}function ourPublication({index:e,revision:n,committedAt:t,ref:s,services:i,exception:r},{ledger:o}){const a={...{revision:n,committedAt:t,digest:e.digest,sequence:0},...s!==undefined&&{ref:s},...i&&{services:i},...r&&{exception:r}}
const c=o.find(e=>(0,M.R3)(e,a))
if(c!==undefined)return c.ref===undefined?{...a,...c}:c
return{...a,sequence:1+Math.max(0,...o.map(e=>e?.sequence??0))}}async function newestOf({order:e,headOf:n,allowUnordered:t},s,{ledger:i},r){const o=[...new Map([...i,...r].flatMap(e=>e?[[keyOfEntry(e),e]]:[])).values()]
const a=[]
let c=s
for(const i of o){const o=foreignPull(i,s)
if(o!==undefined)return foreign(o)
if(c!==s){const t=await(0,M.JA)(e,false,c,i)
const s=t==="newer"||(await rewriteOf(c,i,t,n)).kind==="rewritten"
if(s)c=i
continue}const d=await(0,M.JA)(e,false,i,s)
if(d==="same"||d==="newer")continue
const u=i.revision!==s.revision&&(d!=="older"||i.ref===s.ref)
const l=u?await rewriteOf(i,s,d,n):undefined
if(l?.kind==="rewritten")a.push(i)
else if(d==="older"||l?.kind==="replaced"||r.includes(i))c=i
else if(!t)return{kind:"unordered",why:l?.why??"",fix:l?.fix??Je}
else if(await(0,M.JA)(e,true,i,s)==="older")c=i}return{kind:"newest",publication:c,replaced:a}}const keyOfEntry=({revision:e,digest:n,sequence:t})=>`${e} ${n} ${t}`
const foreign=e=>({kind:"unordered",why:e,fix:"give the pull request's tag a prefix that no other tag has, or delete it"})
function nextStep(e,n,t){const s=[...e.ledger.map((e,n)=>({kind:"ledger",copy:n})),{kind:"tag"}]
return s.find(s=>shown(e,s)!==valueAt(n,s)&&(t===undefined||t.get(promote_keyOf(s))===shown(e,s)))}function promote_keyOf(e){return e.kind==="tag"?"tag":`ledger ${e.copy}`}function valueAt(e,n){if(n.kind==="tag")return e.digest
const{revision:t,digest:s,ref:i}=e
return`${t} ${s}${i===undefined?" of no branch":""}`}function shown(e,n){if(n.kind==="tag")return e.tag
const t=e.ledger[n.copy]
return t&&valueAt(t,n)}async function indexOf({registry:e,image:n,index:t},{digest:s}){if(s===t.digest)return t.bytes
const i=await e.manifest(`${n}@${s}`)
if(i===undefined)throw new c.yo({code:"publish/index-gone",message:`the index ${s} of ${n} is gone, although it was published last`,fix:"run the newest commit's workflow again"})
return i.bytes}function withReplaced(e,n,t){const[s]=t
return e===n&&s!==undefined?{...n,replaced:s.revision}:e}function ending({tag:e},{ours:n,best:t,replaced:s},i){if(t===n){const[e]=s
const t=e&&`${(0,m.VL)(n.ref??"")} was rewritten, ${shortRevision(e.revision)} is no longer in it`
const r=t===undefined?{}:{warning:`diverged: ${t}`}
if(i===n.digest)return{kind:"present",...r}
return{kind:"moved",...i!==undefined&&{previous:i},...r}}const r=t.revision===n.revision?"a later run of this commit":s.includes(t)||t.replaced===n.revision?`${shortRevision(t.revision)}, and ${(0,m.VL)(t.ref??"")} is not at ${shortRevision(n.revision)} any more`:`${t.revision.slice(0,12)}, which is newer`
return{kind:"superseded",by:t,why:`${e} was published by ${r}`}}async function floating(e,n){const{indexes:t,tags:s}=e
const{floating:i,versioned:r=[]}=tagsOf(e,n.plan)
if(t===undefined)return
const releaseOf=e=>r.includes(e)?{release:true}:{}
const o=i.length===0?undefined:await gateOf(e,n)
if(o!==undefined){e.reason=o
for(const e of i)s.push({tag:e,kind:"floating",state:"held",...releaseOf(e),why:o})}else{const indexOf=e=>releaseOf(e).release?t.release:t.plain
const r=s.flatMap(({tag:e,state:n})=>i.length===0||n==="kept"?[]:e)
for(const t of new Set([...i,...r].map(indexOf)))await prepare(e,t,n)
for(const t of i)await move(e,indexOf(t),{tag:t,kind:"floating",...releaseOf(t)},n)}e.outcome??=outcomeOf(s)}async function prepare(e,n,t){const s=`${e.image}@${n.digest}`
if(!e.stored.has(n.digest))await putPatiently(t.registry,s,n.bytes,Ue,patientOf(t,"signalled"))
if(t.sign===undefined)return
tellDoing(e,"signing",t.progress)
await t.sign(s)
e.signed=true}async function move(e,n,t,s){const{tag:i}=t
const{registry:r,order:o,headOf:a,signal:c,plan:d,options:u}=s
const{revision:l,committedAt:f,event:p}=d.source
const h=(0,m.Mi)(d.source)
const{exception:g}=e.of??e
const w=p.kind==="pull_request"?p.headRevision??l:l
tellDoing(e,`moving ${i}`,s.progress)
const b=await promote({...{registry:r,order:o,image:e.image,tag:i,index:n,revision:w,committedAt:f},allowUnordered:u?.allowUnordered??false,patient:patientOf(s,"to the end"),...h!==undefined&&{ref:h},...a&&{headOf:a},...g&&{exception:g},services:Object.fromEntries(d.services.map(({name:e,image:n,dockerfile:t})=>[e,{image:n,dockerfile:t}])),...c&&{signal:c}})
if(b.kind!=="cancelled")return note(e,t,b)
const k=(c&&(0,y.Rq)(c))??"cancelled"
e.tags.push({...t,state:"held",why:k})
e.reason??=k
e.outcome??=c===undefined?"cancelled":(0,y.$)(c).outcome}function gateOf(e,n){const t=e.of??e
t.gate??=whyHeld(t,n)
return t.gate}async function whyHeld(e,n){const{plan:t,options:s={}}=n
const i=heldForSource(t.source,s)
if(i!==undefined)return i
const r=await whyUnsmoked(e,n)
if(r===undefined||s.despiteSmoke===undefined)return r&&`${r.why}${r.fix}`
e.exception={...s.despiteSmoke,smoke:r.why}
e.warnings.push(exceptionWords(e.exception))
return undefined}async function whyUnsmoked(e,{plan:n,smoke:t,build:s,options:i={},registry:r}){const{service:o,images:a}=e
const c=smokeGate({plan:n,service:o,images:a,smoked:t?.services??[]},i)
if(c.kind==="shut")return{why:c.why,fix:""}
await floating_record(e,c.proven,{plan:n,registry:r,...s&&{build:s}})
if(c.kind==="open")return undefined
for(const{platform:e,digest:t,why:s}of c.images){const i=await(0,qe.YP)(r,{plan:n,service:o,digest:t})
if(i.kind==="failed")return{why:`smoke on ${e}: unhealthy in another job or run, for commit ${i.revision.slice(0,12)}`,fix:""}
if(i.kind==="unknown")return{why:s,fix:`; ${Ke}`}}return undefined}const Ke="let smoke run, or publish with `--no-require-smoke`, in a workflow with `require-smoke: false`"
async function floating_record({service:e},n,{plan:t,build:s,registry:i}){const{revision:r}=t.source
for(const{digest:o,platform:a}of n){if((await(0,qe.YP)(i,{plan:t,service:e,digest:o})).kind==="passed")continue
const n=(0,w.U9)(t,e,e=>(0,Ve.ol)(t,s,e,a))
const c={...(0,w.Qm)(t,e),...n&&{needs:n}}
await(0,qe.E4)(i,e.image,o,{service:e.name,verdict:"healthy",revision:r,...c})}}function note(e,n,t){const hold=(t,s=t)=>{e.tags.push({...n,state:"held",why:t})
e.reason??=s}
switch(t.kind){case"present":case"moved":{const{kind:s,warning:i}=t
const r=s==="moved"?t.previous:undefined
const o=s==="present"?s:r===undefined?"written":s
e.tags.push({...{...n,state:o},...r!==undefined&&{previous:r},...i!==undefined&&{why:i}})
if(i!==undefined&&!e.warnings.includes(i))e.warnings.push(i)
return}case"superseded":hold(t.why)
e.outcome="superseded"
return
case"unordered":hold(`${t.why}; ${t.fix}`,`${n.tag} held: ${t.why}; ${t.fix}`)
return}}const Qe="application/vnd.lucid.relabel.v1+json"
const Ze="com.lucid.relabel.from"
const Xe={from:Ze,to:"com.lucid.relabel.to",version:"org.opencontainers.image.version",revision:"org.opencontainers.image.revision"}
async function relabel(e,n){const{registry:t,image:s,labels:i,patient:r}=e
if(Object.entries(i).every(([e,t])=>n.labels[e]===t))return n
const o=await t.manifest(`${s}@${n.digest}`)
if(o?.content.kind!=="image")throw failure(`${n.digest} of ${s} is gone`,"build it again")
const a=parse(await t.blob(s,o.content.config.digest))
const c=asObject(a.config)
const d={...a,config:{...c,Labels:{...asObject(c.Labels),...i}}}
const{digest:u,size:l}=await t.putBlob(s,encode(d))
const f=parse(o.bytes)
const p=encode({...f,config:{...o.content.config,digest:u,size:l},annotations:{...o.content.annotations,[Xe.from]:n.digest}})
const h=`${s}@sha256:${(0,Z.createHash)("sha256").update(p).digest("hex")}`
await putPatiently(t,h,p,o.descriptor.mediaType,r)
let m=await t.imageFacts(h,n.platform)
while(m===undefined&&await r.again())m=await t.imageFacts(h,n.platform)
r.over()
if(m===undefined)throw failure(`${h} was accepted, but the registry does not show it`,"publish again")
if(startedWith(m)!==startedWith(n))throw failure(`${h} differs from ${n.digest} in more than its labels`,"build it again")
await relabel_record(e,n.digest,m.digest)
return m}const startedWith=({layers:e,diffIds:n,settings:t,os:s,architecture:i,variant:r})=>JSON.stringify([e.map(({digest:e})=>e),n,t,s,i,r])
const relabelTag=e=>`${e.replace(":","-")}.relabel`
async function relabel_record({registry:e,image:n,version:t,revision:s,patient:i},r,o){const a=`${n}:${relabelTag(o)}`
if(await e.head(a)!==undefined)return
const{digest:c,size:d}=await e.putBlob(n,M.Ro)
const u={mediaType:"application/vnd.oci.empty.v1+json",digest:c,size:d}
const l={[Xe.from]:r,[Xe.to]:o,[Xe.version]:t,[Xe.revision]:s}
const f={...{schemaVersion:2,mediaType:M.Yt,artifactType:Qe,config:u,layers:[u]},annotations:l}
await putPatiently(e,a,encode(f),M.Yt,i)}const failure=(e,n)=>new c.yo({code:"publish/relabel",message:e,fix:n})
const encode=e=>(new TextEncoder).encode(JSON.stringify(e))
const parse=e=>asObject(JSON.parse((new TextDecoder).decode(e)))
const asObject=e=>typeof e==="object"&&e!==null?e:{}
async function writeImmutable(e,n){const{registry:t,image:s,tags:i,versioned:r,patient:o,done:a}=e
const d=await Promise.all(i.map(t=>immutable_look(e,t,n)))
const kindOf=e=>r.has(e)?"release":"plain"
const u=i.flatMap((e,n)=>{const t=d[n]
return t?.kind==="taken"?[{tag:e,digest:t.digest}]:[]})
if(u.length>0)throw new c.yo(u.map(({tag:e,digest:t})=>conflict(s,e,t,n[kindOf(e)].digest)))
const known=e=>d.find((n,t)=>n.kind==="ours"&&kindOf(i[t]??"")===e)
const l={plain:known("plain")?.index??n.plain,release:known("release")?.index??n.release}
for(const[n,c]of i.entries()){const i=d[n]
const u=r.has(c)?{release:true}:{}
const f={tag:c,kind:"immutable",...u}
if(i?.kind==="ours")a({...f,state:"present"})
else if(i?.kind==="kept"){const{digest:e,who:n}=i
a({...f,state:"kept",previous:e,why:`stays with ${e}, ${n}`})}else{const{bytes:n}=l[kindOf(c)]
await putPatiently(t,`${s}:${c}`,n,Ue,o)
l[kindOf(c)]=await immutable_readBack(e,c,l[kindOf(c)])
a({...f,state:"written"})}}return l}async function immutable_look(e,n,{plain:t,release:s}){const{registry:i,image:r,revision:o,versioned:a}=e
const c=a.has(n)?s:t
const d=(await i.head(`${r}:${n}`))?.digest
if(d===undefined)return{kind:"free"}
if(d===c.digest)return{kind:"ours",index:c}
const u=await i.manifest(`${r}@${d}`)
if(u===undefined)return{kind:"taken",digest:d}
if([c,t,s].some(e=>hasSameImages(u,e)))return{kind:"ours",index:{digest:d,bytes:u.bytes}}
const l=await annotationsUnder(e,u)
const f=l[Ze]
if(f!==undefined&&imagesIn(t).some(e=>e.digest===f))return{kind:"ours",index:{digest:d,bytes:u.bytes}}
if(isOfCommit(u,n,o))return{kind:"kept",digest:d,who:"this commit's first build"}
return isOfEarlierRecipe(l)?{kind:"kept",digest:d,who:"which an earlier version of this program built"}:{kind:"taken",digest:d}}async function annotationsUnder({registry:e,image:n},{content:t}){const[s]=t.kind==="index"?t.manifests.filter(e=>!isAttestation(e)):[]
return(s&&await e.manifest(`${n}@${s.digest}`))?.content.annotations??{}}function isOfEarlierRecipe(e){return e["com.lucid.fingerprint"]!==undefined&&e[W.K]!==W.D}function isOfCommit({content:e},n,t){if(!/^[0-9a-f]{40,64}$/.test(t))return false
return n.includes(t.slice(0,7))||e.annotations["org.opencontainers.image.revision"]===t}async function immutable_readBack({registry:e,image:n,patient:t},s,i){let r=await e.head(`${n}:${s}`)
while(r===undefined&&await t.again())r=await e.head(`${n}:${s}`)
t.over()
if(r===undefined)throw new c.yo({code:"publish/not-shown",message:`${n}:${s} was accepted, but the registry does not show it`,fix:"publish again: what is done is found and kept"})
if(r.digest===i.digest)return i
const o=await e.manifest(`${n}@${r.digest}`)
if(o===undefined||!hasSameImages(o,i))throw new c.yo(conflict(n,s,r.digest,i.digest))
return{digest:r.digest,bytes:o.bytes}}function conflict(e,n,t,s){return{code:"publish/immutable",message:`${e}:${n} already names ${t}, and immutable tags are never overwritten`,why:`this run has ${s}`,fix:"make the tag rule tell the builds apart, make the tag floating, or delete the tag if it is wrong"}}var en=t(88153)
async function indexesOf(e,n){const{service:t,image:s,facts:i}=e
const r=makeIndex(i)
const{version:o,versioned:a=[]}=tagsOf(e,n.plan)
if(o===undefined||a.length===0)return{indexes:{plain:r,release:r}}
if(t.policy.version!=="relabel")return{indexes:{plain:r,release:makeIndex(i,o)},release:{version:o}}
const c={[Ye]:o,...ownLabels(e,n,o)}
const{revision:d}=n.plan.source
const u=patientOf(n,"signalled")
const l=await Promise.all(i.map(e=>relabel({registry:n.registry,image:s,revision:d,version:o,labels:c,patient:u},e)))
const f={plain:r,release:makeIndex(l,o)}
const p=l.flatMap(({platform:e,digest:n},t)=>{const s=i[t]?.digest
return s===undefined||s===n?[]:[{platform:e,from:s,digest:n}]})
const h=i.some(({attestations:e},n)=>e.length>(l[n]?.attestations.length??0))
return{indexes:f,release:{version:o,relabelled:p,...h&&{attestations:"left out"}}}}function ownLabels({service:e},{plan:n},t){const{labels:s,name:i,phase:r=""}=e
const{revision:o}=n.source
const a=Object.entries(s).filter(([,e])=>/\{\{\s*version\s*\}\}/.test(e))
const c={name:i,phase:r,project:n.project,revision:o,short_revision:o.slice(0,7),version:t}
return Object.fromEntries(a.map(([e,n])=>[e,(0,en.fT)(n,c)]))}async function publish(e){const n=performance.now()
const{plan:t}=e
const s=t.selected.flatMap(e=>t.services.find(n=>n.name===e)??[])
const i=s.flatMap(candidatesFor)
const r={...e,order:remembering(e.order)}
for(const n of[run_publish_verify,immutable,copy,floating])await each(i,e.options?.concurrency??16,e=>guarded(n,e,r))
return{kind:"lucid.publish",version:1,revision:t.source.revision,services:i.filter(({of:e})=>e===undefined).map(e=>toRow(e,i.filter(({of:n})=>n===e),t)),durationMs:Math.round(performance.now()-n)}}async function guarded(e,n,t){if(n.outcome!==undefined)return
const s=performance.now()
try{if(t.signal?.aborted)stop(n,t.signal)
else await e(n,t)}catch(e){const s=e instanceof c.yo&&e.problems[0]?.code==="publish/unconfirmed"
if(t.signal?.aborted&&!s)stop(n,t.signal)
else{end(n,"failed",reasonOf(e))
if(e instanceof c.yo&&e.problems[0])n.code=e.problems[0].code}}n.spent+=performance.now()-s
if(n.outcome!==undefined)tell(n,t.progress)}async function run_publish_verify(e,n){const{service:t}=e
const{plan:s,build:i,registry:r,progress:o}=n
if(e.of!==undefined)return
const{immutable:a,floating:c,kept:d=[]}=tagsOf(e,s)
const u=s.images.some(e=>e.service===t.name&&e.decision.kind==="blocked")
if(a.length+c.length+d.length===0&&!u)return end(e,nn,"this run gives it no tag")
o?.({stage:"publish",subject:t.name,state:"started"})
const l=i?.images.filter(e=>e.service===t.name)??[]
const f=gather(t,s.images,l)
if(f.kind!=="complete")return end(e,f.kind,f.reason)
e.images=f.images
const p=failedVerification(t,l)
if(p!==undefined)return end(e,"failed",p)
e.facts=await factsOfAll(r,f.images,patientOf(n,"signalled"))}const nn="not part of this release"
async function immutable(e,n){if(e.of!==undefined)return
Object.assign(e,await indexesOf(e,n))
await tagOnce(e,n)}async function copy(e,n){const{of:t,image:s,service:i}=e
if(t===undefined)return
const{indexes:r,images:o}=t
if(t.outcome===nn)return end(e,nn,"this run gives it no tag")
if(t.outcome!==undefined||r===undefined)return end(e,"skipped",`${i.name} was not published`)
const{immutable:a,floating:c,versioned:d=[]}=tagsOf(e,n.plan)
const u={plain:a.concat(c).some(e=>!d.includes(e)),release:d.length>0}
const l={done:0}
const onChunk=e=>{l.done+=e}
tellDoing(e,`copying to ${s}`,n.progress,l)
for(const i of["plain","release"]){if(!u[i]||e.stored.has(r[i].digest))continue
const o={patient:patientOf(n,"signalled"),onChunk:onChunk}
await copyIndex(n.registry,t.image,s,r[i],o)
e.stored.add(r[i].digest)}Object.assign(e,{indexes:r,images:o})
await tagOnce(e,n)}async function tagOnce(e,n){const{image:t,indexes:s}=e
if(s===undefined)return
const{registry:i,plan:r,signal:o,progress:a}=n
tellDoing(e,"writing tags",a)
const{immutable:c,versioned:d=[]}=tagsOf(e,r)
const u=await writeImmutable({...{registry:i,image:t,tags:c,versioned:new Set(d),revision:r.source.revision},patient:patientOf(n,"signalled"),done:n=>{e.tags.push(n)
o?.throwIfAborted()}},s)
for(const{kind:n,state:t,release:s}of e.tags)if(n==="immutable"&&t!=="kept")e.stored.add(u[s?"release":"plain"].digest)
e.indexes=u}function stop(e,n){end(e,(0,y.$)(n).outcome,(0,y.Rq)(n)??"cancelled")}function end(e,n,t){e.outcome=n
e.reason=t}function remembering(e){const n=new Map
return(t,s)=>{const i=`${t} ${s}`
const ask=async()=>e(t,s)
const r=n.get(i)??ask().catch(()=>"unknown")
n.set(i,r)
return r}}async function each(e,n,t){const s=e.values()
const worker=async()=>{for(const e of s)await t(e)}
await Promise.all(Array.from({length:Math.min(n,e.length)},worker))}function sharing(e){const n=new Map
const t=new Map
const start=s=>{t.delete(s)
const i=e(s).finally(()=>n.delete(s))
n.set(s,i)
return i}
return e=>{const s=n.get(e)
if(s===undefined)return start(e)
const i=t.get(e)??s.then(()=>start(e),()=>start(e))
t.set(e,i)
return i}}var tn=t(88061)
const mergeSmoke=e=>{const[n]=e
if(n===undefined)return undefined
const key=({service:e,platform:n,digest:t})=>`${e} ${n} ${t}`
const t=byRank(e.flatMap(({services:e})=>e),key,({verdict:e})=>tn.u[e])
const s=e.flatMap(e=>e.leftovers??[])
return{...n,services:t,...s.length>0&&{leftovers:s},durationMs:merge_longest(e)}}
const sn={skipped:0,cancelled:1,failed:2,unchanged:3,built:4}
const mergeBuilds=e=>{const[n]=e
if(n===undefined)return undefined
const t=byRank(e.flatMap(e=>e.images),({service:e,platform:n})=>`${e} ${n}`,({outcome:e})=>sn[e])
const s=e.length===1?n.command:[]
return{...n,images:t,command:s,durationMs:merge_longest(e)}}
const mergeVerified=e=>{const[n]=e
if(n===undefined)return undefined
const t=byRank(e.flatMap(e=>e.images),({service:e,platform:n,digest:t})=>`${e} ${n} ${t??""}`,({checks:e})=>e.length)
const total=n=>e.reduce((e,{layers:t})=>e+t[n],0)
return{...n,images:t,layers:{read:total("read"),bytes:total("bytes")},durationMs:merge_longest(e)}}
const rn={skipped:0,cancelled:1,failed:2,"not part of this release":2.5,superseded:3,held:3.5,unchanged:4,published:5}
const mergePublished=e=>{const[n]=e
if(n===undefined)return undefined
const t=byRank(e.flatMap(e=>e.services),({service:e})=>e,({outcome:e,tags:n})=>rn[e]-(n.some(({state:e})=>e==="held")?.5:0))
return{...n,services:t,durationMs:merge_longest(e)}}
const mergePlans=e=>{const[n]=e.toSorted((e,n)=>n.selected.length-e.selected.length)
if(n===undefined||e.length===1)return n
const t=new Map(e.flatMap(e=>e.images).map(e=>[`${e.service} ${e.platform}`,e]))
for(const e of n.images)t.set(`${e.service} ${e.platform}`,e)
const s=Math.max(...e.map(({waves:e})=>e.length))
const i=new Set
const fresh=e=>!i.has(e)&&i.add(e)!==undefined
return{...n,selected:[...new Set([n,...e].flatMap(({selected:e})=>e))],images:[...t.values()],parents:[...new Set(e.flatMap(({parents:e})=>e??[]))].sort(),tags:Object.assign({},...e.map(({tags:e})=>e),n.tags),waves:Array.from({length:s},(t,s)=>[n,...e].flatMap(({waves:e})=>e[s]??[]).filter(fresh))}}
const merge_longest=e=>Math.max(...e.map(e=>e.durationMs))
function byRank(e,n,t){const s=new Map
for(const i of e){const e=s.get(n(i))
if(e===undefined||t(i)>t(e))s.set(n(i),i)}return[...s.values()]}async function readSmokeResults({smokeResults:e,out:n},{cwd:t}){if(e===undefined)return(0,u.Gi)(n,"lucid.smoke",1)
const s=o.resolve(t,e)
const i=await Promise.all((await(0,u.nG)(s,isSmoke)).map(e=>(0,u.u0)(e,"lucid.smoke",1)))
const r=i.filter(e=>e!==undefined)
if(r.length===0)throw new c.yo({code:"document/missing",message:"holds no smoke.json",at:{file:e},fix:"name a smoke.json, or a folder with those of all legs; leave the option out to go by the registry's records"})
return mergeSmoke(r)}const isSmoke=e=>o.basename(e)==="smoke.json"
var on=t(38815)
function composeFile(e){const{use:n,project:t,network:s,parts:i}=e
const r=n.kind==="smoke"&&{labels:n.labels}
const o=new Set
return compose_file_literal({name:t,services:Object.fromEntries(i.map(n=>[n.name,{...service(n,e,o),...r,networks:{[s.name]:{aliases:[n.name]}}}])),networks:{[s.name]:{...n.kind==="deployment"&&{name:s.name},...r,...s.subnet!==undefined&&{ipam:{config:[{subnet:s.subnet}]}}}}})}function withoutOwnChecks(e){return{services:Object.fromEntries([...e].map(e=>[e,{healthcheck:an}]))}}const an={interval:"24h",start_period:"24h",start_interval:"24h"}
function composeText(e){const n={smoke:"Made from the catalog. Images are pinned by digest; ports are picked by the engine.",deployment:"Made from the catalog. Images are pinned by digest."}[e.use.kind]
const t=doubledPorts(e).map(e=>`# ${e}\n`)
return`# ${n}\n${t.join("")}${(0,on.As)(composeFile(e),{version:"1.1",lineWidth:0,defaultStringType:"QUOTE_DOUBLE",defaultKeyType:"PLAIN",aliasDuplicateObjects:false})}`}function doubledPorts({use:e,parts:n}){if(e.kind==="smoke")return[]
const t=new Map
return n.flatMap(({name:e,ports:n})=>n.flatMap(({published:n,protocol:s})=>{if(n===undefined)return[]
const i=`${n}/${s}`
const r=t.get(i)
if(r===undefined)t.set(i,e)
return r===undefined||r===e?[]:[`${e} wants port ${n} of the host too, which is ${r}'s; it gets one that the engine picks.`]}))}function tcpPorts({health:e,ports:n}){const t=e!==undefined&&"port"in e?[e.port]:[]
return[...new Set([...t,...n.filter(e=>e.protocol==="tcp").map(e=>e.container)])]}function service(e,n,t){const{use:s,parts:i}=n
const r=e.needs.filter(e=>i.some(({name:n})=>n===e))
const o=s.kind==="smoke"?ephemeral(e,n.address??"127.0.0.1"):published(e,t)
return{image:e.image,...e.platform!==undefined&&{platform:e.platform},...e.command!==undefined&&{command:e.command},restart:s.kind==="smoke"||e.run==="job"?"no":"unless-stopped",environment:Object.entries(e.env).map(([e,n])=>`${e}=${n}`),...o.length>0&&{ports:o},...r.length>0&&{depends_on:Object.fromEntries(r.map(e=>[e,{condition:conditionOf(e,n)}]))},...hardened(e),logging:{driver:"json-file",options:{"max-size":"4m","max-file":"2"}}}}function conditionOf(e,{parts:n,selfChecked:t}){if(n.some(({name:n,run:t})=>n===e&&t==="job"))return"service_completed_successfully"
return t.has(e)?"service_healthy":"service_started"}function ephemeral(e,n){const t=e.ports.filter(e=>e.protocol==="udp").map(e=>`${n}::${e.container}/udp`)
return[...tcpPorts(e).map(e=>`${n}::${e}`),...t]}function published({ports:e},n){return e.flatMap(({container:e,published:t,protocol:s})=>{if(t===undefined)return[]
const i=`${t}/${s}`
const r=!n.has(i)
n.add(i)
return[`${r?`${t}:`:""}${e}${s==="udp"?"/udp":""}`]})}function hardened({hardening:e}){if(e===undefined)return{}
const{readOnly:n,tmpfs:t,capDrop:s,noNewPrivileges:i,memory:r,pids:o}=e
return{read_only:n,...t.length>0&&{tmpfs:t},...s.length>0&&{cap_drop:s},...i&&{security_opt:["no-new-privileges:true"]},...r!==undefined&&{mem_limit:r},...o!==undefined&&{pids_limit:o}}}function compose_file_literal(e){if(typeof e==="string")return e.replaceAll("$","$$$$")
if(Array.isArray(e))return e.map(e=>compose_file_literal(e))
if(typeof e==="object")return Object.fromEntries(Object.entries(e).map(([e,n])=>[e,compose_file_literal(n)]))
return e}function deployment(e,n){const{project:t,network:s,services:i,externals:r}=e
const o=i.flatMap(t=>{const s=n.get(t.name)
if(s===undefined||!(0,ze.Np)((0,ze.I)(e,t)))return[]
const{name:i,env:r,ports:o,health:a,needs:c,hardening:d,command:u}=t
return[{...{name:i,env:r,ports:o,needs:c,hardening:d,image:`${t.image}@${s.digest}`},...a!==undefined&&{health:a},...u!==undefined&&{command:u},...t.run==="job"&&{run:"job"}}]})
const a=new Set(o.flatMap(({needs:e})=>e))
for(const e of a)for(const n of r.find(n=>n.name===e)?.needs??[])a.add(n)
const c=r.filter(({name:e})=>a.has(e)).map(({name:e,image:n,run:t,command:s,env:i,ports:r,health:o,needs:a})=>({...{name:e,image:n,env:i,ports:r,needs:a},...t!==undefined&&{run:t},...s!==undefined&&{command:s},...o!==undefined&&{health:o}}))
const d=new Set([...n].filter(([,{healthcheck:e}])=>e).map(([e])=>e))
return{use:{kind:"deployment"},project:t,network:s,parts:[...c,...o],selfChecked:d}}async function writeDeployment(e,n,{services:t},s){const i=new Set([...n.services,...n.externals].flatMap(({needs:e})=>e))
const r=await Promise.all(n.services.map(async e=>{const r=t.find(n=>n.service===e.name)
const o=r!==undefined&&(0,m.g1)(n.source)?earned(r):undefined
const a=o??await floatingDigest(e,n,s)
if(a===undefined)return undefined
const c=i.has(e.name)&&await checksItself(e,a,s)
return[e.name,{digest:a,healthcheck:c}]}))
const a=new Map(r.filter(e=>e!==undefined))
const c=await Promise.all(n.externals.map(e=>pinned(e,s)))
const d=deployment({...n,externals:c},a)
if(!d.parts.some(({name:e})=>a.has(e)))return undefined
return(0,u.f8)(o.join(e,"compose.yml"),composeText(d))}function earned({digest:e,release:n,tags:t}){const s=t.some(({kind:e,state:n})=>e==="floating"&&n==="held")
return s?undefined:n?.digest??e}async function floatingDigest(e,{source:n,project:t},s){const[i]=(0,H.T)(e,(0,m.MC)(n),{project:t}).floating
return i===undefined?undefined:(await s.head(`${e.image}:${i}`))?.digest}async function checksItself({image:e,platforms:n},t,s){const[i="linux/arm64"]=n
const r=await s.imageFacts(`${e}@${t}`,i).catch(()=>undefined)
const o=r?.healthcheck?.test[0]
return o!==undefined&&o!=="NONE"}async function pinned(e,n){if(e.image.includes("@"))return e
const t=await n.resolve(e.image).catch(()=>undefined)
return t===undefined?e:{...e,image:`${e.image}@${t.digest}`}}var cn=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var dn=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function stage_publish(e,n){const t=(0,h.cs)(e,n)
const s=await planFor(e,n,t)
const i=await buildFromRegistry(s,t)
const r=await(0,u.Gi)(e.out,"lucid.verify",1)
const o=r===undefined?i:(0,F.u)(i,r)
const{docker:a,...c}=n
const d=openLayerCache(n.env)
const l=await verifyUnproven({...c,layerCache:d},t,s,o)
const f=await readSmokeResults(e,n)
return publishBuilt(e,n,t,s,l,f)}async function publishBuilt(e,n,t,s,i,r,o){const a=new Set(o?.services.map(({service:e})=>e))
const c={...s,selected:s.selected.filter(e=>!a.has(e))}
const d=await publishSome(e,n,t,{plan:c,build:i,...r&&{smoke:r}})
const l=o===undefined?d:stage_together(s,o,d)
await(0,u.ft)(e.out,l)
await writeSubjects(e.out,"publish",l)
if(n.signal.aborted)return l
const f=await writeDeployment(e.out,s,l,t)
if(f===undefined)return l
const p={...l,composeFile:f}
await(0,u.ft)(e.out,p)
return p}function stage_together(e,n,t){const s=new Map([...n.services,...t.services].map(e=>[e.service,e]))
const i=e.selected.flatMap(e=>s.get(e)??[])
return{...t,services:i,durationMs:n.durationMs+t.durationMs}}async function publishSome(e,n,t,s){const i={stack:[],error:void 0,hasError:false}
try{const r=await exceptionOf(e,s.plan,n)
const o=t.stoppedBy((new AbortController).signal)
const a=cn(i,await signerFor(e,n),true)
return publish({...s,registry:o,...a&&{sign:a.sign},order:(0,Re.A)(e,s.plan.root,n),headOf:headAsker(e,s.plan.root,n),options:{requireSmoke:e.requireSmoke,allowDirty:e.allowDirty,allowUnordered:e.allowUnordered,...r&&{despiteSmoke:r}},progress:n.progress,signal:n.signal})}catch(e){i.error=e
i.hasError=true}finally{const e=dn(i)
if(e)await e}}function headAsker(e,n,t){return sharing(async s=>{const i=await(0,h.$c)(e,n,t)
const r=await i([s])
return"silent"in r?r:{revision:r.get(s)}})}async function signerFor(e,{exec:n,env:t,signal:s}){const{sign:i,signKey:r,signLog:o}=e
if(i==="off")return undefined
if(i==="keyless")return openSigner({by:{kind:i},log:true},{exec:n,env:t,signal:s})
if(r!==undefined)return openSigner({by:{kind:i,key:r},log:o},{exec:n,env:t,signal:s})
throw new c.yo({code:"options/value",message:"sign is `key`, and no key is named",fix:"name one with sign-key: a file, env://COSIGN_PRIVATE_KEY or the address of a key service; or sign keyless"})}var un=t(52991)
var ln=t(55087)
var fn=t(24280)
var pn=t(63691)
const hn={green:"brightgreen",yellow:"yellow",red:"red"}
function badge(e,n){const{color:t}=(0,pn.ZH)(e,n)
return{...{schemaVersion:1,label:"images",message:message(e,n),color:hn[t]},...t==="red"&&{isError:true}}}function message(e,n){const t=n.filter(e=>(0,pn.HN)(e)==="red")
const[s="failed",...i]=new Set(t.map(e=>e.outcome))
if(t.length>0)return`${t.length} of ${n.length} ${i.length===0?s:"failed"}`
const{kind:r,color:o}=(0,pn.ZH)(e,n)
if(o==="red")return r==="cancelled"?"cancelled":"a job failed"
const a=n.filter(({outcome:e})=>e==="held").length
if(a>0)return`${a} of ${n.length} held`
const{healthy:c,tried:d}=(0,fn.Wr)(n)
return d>0?`${c} of ${d} healthy`:`${n.length} of ${n.length} built`}var mn=t(14142)
var gn=t(83386)
var wn=t(72531)
var yn=t(84919)
var bn=t(70927)
function reportDocument(e,n){const{plan:t,lint:s,url:i,durationMs:r}=e
const o=(0,yn.h)(e)
const a=(0,wn.B)(e)
const{color:c}=(0,pn.ZH)(e,o)
return{...{kind:"lucid.report",version:1,project:t.project},...{revision:t.source.revision,committedAt:t.source.committedAt},...i!==undefined&&{url:i},...t.source.hold&&{hold:t.source.hold},...{headline:(0,fn.Pl)(e,o),verdict:c,ok:c!=="red",services:o},...a!==undefined&&{progress:a},...{timeline:(0,bn.IO)(e),findings:s?.findings??[]},...r!==undefined&&{durationMs:Math.round(r)},files:n}}class Leavings{#we
constructor(e){this.#we=e}static async read({out:e,results:n},{cwd:t,log:s}){const i=kn.map(n=>o.join(e,`${n}.json`))
const r=n===undefined?[]:await(0,u.nG)(o.resolve(t,n),isJson)
if(n!==undefined&&r.length===0)throw new c.yo({code:"document/missing",message:"holds no documents",at:{file:n},fix:"name the folder that the documents of all jobs were downloaded to, or leave `results` out"})
const a=[...new Set([...r,...i])]
const d=await Promise.all(a.map(e=>readAny(e,s)))
return new Leavings(d.filter(e=>e!==undefined))}get plan(){const e=this.#ye("plan")
const n=e.at(-1)?.source.revision
return mergePlans(e.filter(({source:e})=>e.revision===n))}of(e){const mine=n=>this.#ye(n).filter(n=>n.revision===e)
const n=this.#ye("lint").at(-1)
const t=mergeBuilds(mine("build"))
const s=mergeVerified(mine("verify"))
const i=mergeSmoke(mine("smoke"))
const r=mergePublished(mine("publish"))
return{...n&&{lint:n},...t&&{build:t},...s&&{verify:s},...i&&{smoke:i},...r&&{publish:r}}}#ye(e){return this.#we.filter(n=>n.kind===`lucid.${e}`)}}const kn=["plan","lint","build","verify","smoke","publish"]
const isJson=e=>e.endsWith(".json")
async function readAny(e,n){const t=await(0,N.readFile)(e,"utf8").catch(()=>undefined)
if(t===undefined)return undefined
const s=gather_documents_parse(t)
if(s===undefined){n(`${e} is not valid JSON, and is left out of the report`)
return undefined}const{kind:i,version:r}=typeof s==="object"&&s!==null?s:{}
if(!kn.some(e=>i===`lucid.${e}`))return undefined
if(r===1)return s
n(`${e} is version ${r} of ${i}, which this program does not read; it is left out of the report`)
return undefined}function gather_documents_parse(e){try{return JSON.parse(e)}catch{return undefined}}const fileOf=({out:e,history:n},{cwd:t})=>n===undefined?o.join(e,"history.json"):o.resolve(t,n)
async function readHistory(e,n){const t=fileOf(e,n)
try{const e=await(0,u.u0)(t,"lucid.history",1)
return Array.isArray(e?.runs)?{...mn.Gf,runs:e.runs.filter(isRun)}:mn.Gf}catch(e){n.log(`the history of earlier runs is begun anew: ${e.message.split("\n",1)[0]}`)
return mn.Gf}}const isRun=e=>typeof e?.id==="string"&&typeof e.services==="object"&&e.services!==null
async function writeHistory(e,n,t){return(0,u.f8)(fileOf(e,n),`${JSON.stringify(t)}\n`)}async function report(e,n){const t=(0,gn.JF)(e.jobResults)
const s=await Leavings.read(e,n)
const i=e.plan===undefined?s.plan:undefined
const r=i===undefined?await planFor(e,n):partOf(i,"the plan",e)
if(e.recall)await recall(e,n,r)
const o=e.recall?await Leavings.read(e,n):s
const a={...o.of(r.source.revision),...t.length>0&&{jobs:t}}
const c=(0,bn.ee)({plan:r,...a})
const d=await progressOf(e,n,{plan:i??r,...a})
const u={plan:r,...a,...c!==undefined&&{durationMs:c}}
return{...u,report:await writeReport(e,n,{...u,...d&&{progress:d}})}}async function progressOf(e,n,t){if(!e.completion||(0,wn.w)(t.plan))return(0,wn.B)(t)
const s={...e,service:["*"],phase:[],platform:[]}
const i=await(0,f.plan)(s,n,undefined,"to-build","aside").catch(()=>undefined)
return(0,wn.B)(t,i)}async function writeReport(e,n,s){const{reportPage:i}=await Promise.all([t.e(3091),t.e(8695)]).then(t.bind(t,48695))
const{completionReport:r}=e.completion?await t.e(6673).then(t.bind(t,36673)):{}
const{out:a}=e
const{report:c,verifyHost:d,...l}=s
const f=stage_identity(l)
const p=await readHistory(e,n)
const h=(0,mn.gM)(p,f)
const m={...l,history:h,...(0,un.$)(n.env)}
const g=new Date((n.date??Date.now)()).toISOString()
const w=(0,yn.h)(m)
const y=(0,mn.Yq)(p,(0,mn.uZ)(m,w,f,g))
const b=o.join(a,"report.json")
const k={page:await(0,u.f8)(o.join(a,"report.html"),i(m)),summary:await(0,u.f8)(o.join(a,"summary.md"),`${(0,ln.xw)(m)}\n`),badge:await(0,u.f8)(o.join(a,"badge.json"),stage_text(badge(m,w))),history:await writeHistory(e,n,y),...r&&{completion:await(0,u.f8)(o.join(a,"completion.md"),`${r(m,g)}\n`)},json:b}
const v=reportDocument(m,k)
await(0,u.f8)(b,stage_text(v))
return v}const stage_text=e=>`${JSON.stringify(e,undefined,"\t")}\n`
function stage_identity({plan:e,build:n,smoke:t,publish:s,jobs:i}){const{revision:r}=e.source
return(0,Z.createHash)("sha256").update(JSON.stringify([r,n,t,s,i])).digest("hex").slice(0,16)}var vn=t(15361)
var $n=t(40097)
async function publishAhead(e,n,t,s,i){const r=Map.groupBy(s.images,({service:e})=>e)
const o=s.services.filter(({name:e})=>r.get(e)?.some(({decision:e})=>e.kind!=="unchanged"))
if(o.length===0||e.smoke==="all")return undefined
const a=new Set(e.smoke==="dependents"?(0,$n.h)(s.services,o,()=>[]):o)
const c=new Set(s.selected)
const d=await i
const u=await Promise.all(s.services.filter(e=>c.has(e.name)&&!a.has(e)).map(async n=>{const i=unchanged(r.get(n.name)??[])
const o=i.length>0&&i.every(({digest:e})=>d.has(e))
const a={plan:s,service:n,images:i,smoked:[]}
return o&&await passed(a,e,t)?[n.name]:[]}))
const l=u.flat()
if(l.length===0||n.signal.aborted)return undefined
return publishSome(e,n,t,{plan:{...s,selected:l}})}function unchanged(e){return e.flatMap(({platform:e,decision:n})=>n.kind==="unchanged"?[{platform:e,digest:n.digest}]:[])}async function passed(e,n,t){const s=smokeGate(e,n)
if(s.kind!=="unproven")return s.kind==="open"
const i=(0,A.E)(n.smoke==="dependents"?"dependents":"changed",t,e.plan)
const r=s.images.map(n=>i({...n,service:e.service.name}))
return(await Promise.all(r)).every(({kind:e})=>e==="passed")}var xn=t(1669)
function junitXml({services:e,revision:n,network:t,durationMs:s}){const i=[...new Set(e.map(({platform:e})=>e))]
const r=i.map(s=>{const i=e.filter(e=>e.platform===s)
const r=Object.entries({revision:n,platform:s,network:t.name,subnet:t.subnet})
return[`<testsuite${attributes({name:`smoke ${s}`,...counts(i),time:junit_time(sum(i))})}>`,`<properties>${r.map(([e,n=""])=>`<property${attributes({name:e,value:n})}/>`).join("")}</properties>`,...i.map(testCase),"</testsuite>"].join("\n")})
const{tests:o,failures:a,errors:c}=counts(e)
const d=attributes({name:"lucid smoke",time:junit_time(s),tests:o,failures:a,errors:c})
return`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${d}>\n${r.join("\n")}\n</testsuites>\n`}const sum=e=>e.reduce((e,{readyMs:n=0})=>e+n,0)
const junit_time=e=>(e/1e3).toFixed(3)
function counts(e){const count=n=>e.filter(e=>e.verdict===n).length
return{tests:e.length,failures:count("unhealthy"),errors:count("unknown")+count("not tried"),skipped:count("skipped")}}function testCase(e){const{service:n,platform:t,verdict:s,reason:i,warnings:r=[],failure:o,readyMs:a=0}=e
const c=`<testcase${attributes({name:(0,xn.X5)(e),classname:`smoke.${t}.${n}`,time:junit_time(a)})}`
const d=o===undefined?"":`<system-out>${junit_text(o.log.join("\n"))}</system-out>`
switch(s){case"healthy":{const e=[...r.map(e=>`warning: ${e}`),...i===undefined?[]:[i]]
return e.length===0?`${c}/>`:`${c}><system-out>${junit_text(e.join("\n"))}</system-out></testcase>`}case"skipped":return`${c}><skipped>${junit_text(i??"")}</skipped></testcase>`
case"not tried":case"unknown":return`${c}><error${attributes({type:s,message:i??"no answer"})}/></testcase>`
case"unhealthy":{const n=attributes({type:o?.phase??"ready",message:o?.guess??"unhealthy"})
return`${c}><failure${n}>${junit_text((0,xn.f7)(e))}</failure>${d}</testcase>`}}}function attributes(e){return Object.entries(e).map(([e,n])=>` ${e}="${junit_text(String(n)).replace(/[\t\n\r]/g,e=>`&#${e.charCodeAt(0)};`)}"`).join("")}function junit_text(e){return e.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,"").replace(/[&<>"']/g,e=>`&#${e.charCodeAt(0)};`)}async function writeSmoke(e,n){for(const e of n.services)if(e.failure?.file!==undefined)await(0,u.f8)(e.failure.file,`${(0,xn.f7)(e)}\n`)
await(0,u.f8)(o.join(e,"smoke.junit.xml"),junitXml(n))
await(0,u.ft)(e,n)
return n}const Sn=".diagnosis.txt"
async function removeDiagnoses(e){const n=await(0,u.nG)(o.join(e,"logs"),e=>e.endsWith(Sn))
await Promise.all(n.map(async e=>{const n=await(0,N.readFile)(e,"utf8").catch(()=>"")
if((0,xn.k4)(n,o.basename(e,Sn)))await(0,N.rm)(e,{force:true})}))}var On=t(85507)
var En=t(97730)
var Mn=t(9624)
var jn=t(46257)
function members_pinned(e){return`${(0,g._M)(e.ref)}@${e.digest}`}function excused(e,n){return n.policy.smoke==="off"?"its policy says: smoke off":(0,ze.hv)((0,ze.I)(e,n))}function lineup(e,n,t,s=[]){const i=new Map(e.services.map(e=>[e.name,e]))
const r=new Map(e.externals.map(e=>[e.name,e]))
const o=new Map(n.filter(e=>e.platform===t).map(e=>[e.service,e]))
const a=new Map
const c=new Map
const d=new Map
const u=new Set
const add=e=>{if(a.has(e)||u.has(e))return undefined
const n=d.get(e)
if(n!==undefined)return n
u.add(e)
const t=find(e)
let s
if(typeof t==="string")s=t
else{const n=t.needs.map(add).find(e=>e!==undefined)
if(n===undefined)a.set(e,t)
else s=n}u.delete(e)
if(s!==undefined)d.set(e,s)
return s}
const find=n=>{const a=r.get(n)
if(a!==undefined)return{...a,role:"external"}
const c=i.get(n)
if(c===undefined)return`${n} is neither a service nor an external of the catalog`
const d=s.find(e=>e.service===n&&e.platform===t)
const u=o.get(n)??d??members_unchanged(e,c,t)
if(u===undefined)return`there is no image of ${n} for ${t}, neither of this run nor published`
const{env:l,ports:f,health:p,timing:h,needs:m,hardening:g,policy:w,command:y}=c
const b=o.has(n)&&excused(e,c)===undefined?"subject":"cast"
return{...{name:n,role:b,image:members_pinned(u),platform:t,env:l,ports:f,needs:m,hardening:g,policy:w},...u.published!==undefined&&{standIn:u.published},...p!==undefined&&{health:p},...h!==undefined&&{timing:h},...y!==undefined&&{command:y},...c.run==="job"&&{run:"job"}}}
for(const n of o.values()){const t=i.get(n.service)
const s=t&&excused(e,t)
if(s!==undefined){c.set(n.service,{image:n,verdict:"skipped",reason:s})
continue}const r=add(n.service)
if(r!==undefined)c.set(n.service,{image:n,verdict:"not tried",reason:r})}return{members:[...a.values()],bystanders:[...c.values()]}}function members_unchanged(e,n,t){const s=e.images.find(e=>e.service===n.name&&e.platform===t)
if(s?.decision.kind!=="unchanged")return undefined
return{service:n.name,platform:t,ref:n.image,digest:s.decision.digest}}function standInsFor(e,{needs:n}){const t=new Set(n)
const s=[]
for(const n of t){const i=e.find(e=>e.name===n)
for(const e of i?.needs??[])t.add(e)
if(i?.standIn===undefined)continue
const r=i.image.slice(i.image.indexOf("@")+1)
s.push(`${n} as published under ${i.standIn} (${r.slice(0,19)})`)}return s}var In=t(29241)
async function publishedNeeds(e,n,t,s){const i=[...Map.groupBy(n,({platform:e})=>e)].map(async([n,i])=>{const r=new Set(i.map(({service:e})=>e))
const o=[]
for(const i of r){const a=[...e.services,...e.externals].find(e=>e.name===i)
for(const e of a?.needs??[])r.add(e)
if(!hasImage(e,t,i,n))o.push(publishedImage(e,i,n,s))}return Promise.all(o)})
return(await Promise.all(i)).flat().filter(e=>e!==undefined)}function hasImage({images:e},n,t,s){const isIt=e=>e.service===t&&e.platform===s
return n.some(isIt)||e.some(e=>isIt(e)&&e.decision.kind==="unchanged")}async function publishedImage({services:e,source:n,project:t},s,i,r){const o=e.find(e=>e.name===s)
const[a]=o===undefined?[]:(0,H.T)(o,(0,m.MC)(n),{project:t}).floating
if(o===undefined||a===undefined)return undefined
const c=`${o.image}:${a}`
try{const e=await r.imageFacts(c,i)
return e&&{service:s,platform:i,ref:c,digest:e.digest,published:a}}catch(e){if((0,b.b)(e))return undefined
throw e}}var Pn=t(643)
var Tn=t(6166)
var An=t(5119)
const _n=128*2**20
function turns({slots:e,memory:n}){const t=[]
let s=0
let i=0
const letIn=e=>{s+=1
i+=e
const n=once(()=>{s-=1
next()})
const t=once(()=>{i-=e
next()})
return{tried:n,gone:()=>{n()
t()}}}
const next=()=>{for(;;){const r=t.findIndex(({memory:t})=>s===0||s<e&&i+t<=n)
const[o]=r<0?[]:t.splice(r,1)
if(o===undefined)return
o.enter(letIn(o.memory))}}
return{enter:e=>new Promise(n=>{t.push({memory:e,enter:n})
next()}),crowded:()=>t.length>0}}function once(e){let n=false
return()=>{if(n)return
n=true
e()}}var Cn=t(76734)
var Nn=t(12311)
function subnet_parse(e){const n=/^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(e)
if(n===null)return undefined
const[t,s,i,r,o]=n.slice(1).map(Number)
if([t,s,i,r].some(e=>e>255)||o>32)return undefined
const a=2**(32-o)
const c=((t*256+s)*256+i)*256+r
const d=c-c%a
return{first:d,last:d+a-1,bits:o}}function overlaps(e,n){const t=subnet_parse(e)
const s=subnet_parse(n)
return t!==undefined&&s!==undefined&&t.first<=s.last&&s.first<=t.last}function chooseSubnet(e,n){if(e===undefined)return{}
const t=n.find(({cidr:n})=>overlaps(n,e))
if(t===undefined)return{subnet:e}
const s=`${e} is in use (${t.by})`
const i=Math.max(subnet_parse(e)?.bits??16,16)
const r=candidates(i).find(e=>!n.some(({cidr:n})=>overlaps(n,e)))
if(r===undefined)return{note:`${s}; the engine picked another`}
return{subnet:r,note:`${s}; ${r} was taken`}}function candidates(e){const n=Array.from({length:16},(n,t)=>`172.${31-t}.0.0/${e}`)
const t=Array.from({length:64},(n,t)=>`10.${192+t}.0.0/${e}`)
return[...n,...t]}const Rn=/pool overlaps|invalid pool request/i
async function createStack({docker:e,api:n,stack:t,composePath:s,signal:i,near:r}){const{name:o,subnet:a}=t.network
const c=[]
const d=JSON.stringify(withoutOwnChecks(t.selfChecked))
for(let u=1;;u++){const{subnet:l,note:f}=chooseSubnet(a,[...await usedSubnets(n,i,r),...c])
const p={name:o,...l!==undefined&&{subnet:l}}
await(0,N.writeFile)(s,composeText({...t,network:p}))
const h=[`--file=${s}`,"--file=-"]
const m=["compose",...h,`--project-name=${t.project}`,"--progress=plain"]
const{exitCode:g,stderr:w}=await(0,Tn.T1)(e,[...m,"create"],{input:d,signal:i})
const y=g===0?await subnetOf(n,`${t.project}_${o}`,i):undefined
const b={...p,...y!==undefined&&{subnet:y},...f!==undefined&&{note:f}}
if(g===0)return{network:b,refused:new Map}
if(Rn.test(w)&&l!==undefined&&u<10)c.push({cidr:l,by:"another run"})
else if(/failed to create network/i.test(w))throw new Tn.OW((0,Tn.fM)(w))
else return{network:b,refused:await oneByOne(e,m,t,{input:d,signal:i})}}}async function oneByOne(e,n,{parts:t},s){const i=new Map
for(const{name:r}of t){const t=["up","--no-start","--no-deps","--pull=never","--",r]
const{exitCode:o,stderr:a}=await(0,Tn.T1)(e,[...n,...t],s)
if(o!==0)i.set(r,(0,Tn.fM)(a))}return i}const Dn=Nn.Ikc({Name:Nn.YjP(),IPAM:Nn.Ikc({Config:Nn.YOg(Nn.Ikc({Subnet:Nn.YjP().optional()})).nullish()})})
async function subnetOf(e,n,t){const s=await(0,Tn.kA)(e,{method:"GET",path:`/networks/${n}`,signal:t})
if(!s.ok)throw new Tn.OW(`the network ${n} is gone: ${s.why}`)
const i=Dn.safeParse(s.value).data
return i?.IPAM.Config?.find(({Subnet:e})=>e!==undefined)?.Subnet}async function usedSubnets(e,n,t){const s=await(0,Tn.kA)(e,{method:"GET",path:"/networks",signal:n})
const i=s.ok?Nn.YOg(Dn).safeParse(s.value).data??[]:[]
const r=i.flatMap(({Name:e,IPAM:n})=>(n.Config??[]).flatMap(({Subnet:n})=>n===undefined?[]:[{cidr:n,by:`network ${e}`}]))
const o=Object.entries(t?(0,Q.networkInterfaces)():{}).flatMap(([e,n])=>(n??[]).flatMap(({cidr:n})=>n===null?[]:[{cidr:n,by:`interface ${e}`}]))
return[...r,...o]}const Ln=Nn.Ikc({Action:Nn.YjP(),timeNano:Nn.aig(),Actor:Nn.Ikc({ID:Nn.YjP(),Attributes:Nn.g1P(Nn.YjP(),Nn.YjP())})})
function watchEvents(e,{run:n,since:t,lost:s}){const i=new Map
const of=e=>{const n=i.get(e)
if(n!==undefined)return n
const t={ended:Promise.withResolvers(),outOfMemory:false,killed:false}
i.set(e,t)
return t}
const r=new AbortController
const o={since:String(Math.floor(Date.parse(t)/1e3)-1),filters:JSON.stringify({label:[`com.lucid.run=${n}`],event:["die","kill","oom"]})}
let a=""
const onData=e=>{const n=(a+e.toString()).split("\n")
a=n.pop()??""
for(const e of n)take(e,of)}
const c=(0,Tn.kA)(e,{method:"GET",path:"/events",query:o,signal:r.signal,onData:onData}).then(e=>r.signal.aborted||s(`the engine's event stream ended${e.ok?"":`: ${e.why}`}`),e=>r.signal.aborted||s(e instanceof Error?e.message:String(e)))
return{exitOf:e=>of(e).ended.promise,exitedAs:e=>of(e).exit,[Symbol.asyncDispose]:async()=>{r.abort()
await c}}}function take(e,n){const t=Ln.safeParse((0,Tn.Pq)(e))
if(!t.success)return
const{Action:s,timeNano:i,Actor:r}=t.data
const o=n(r.ID)
if(s==="oom")o.outOfMemory=true
if(s==="kill"){o.firstKill??=i
if(r.Attributes.signal==="9")o.killed=true}if(s==="die"){o.exit={exitCode:Number(r.Attributes.exitCode),outOfMemory:o.outOfMemory,...o.firstKill!==undefined&&{stopMs:Math.round((i-o.firstKill)/1e6)},killed:o.killed}
o.ended.resolve(o.exit)}}async function pullImage(e){const{api:n,image:t,platform:s,signal:i,onProgress:r}=e
const{host:o,repository:a,tag:c="latest",digest:d}=(0,g.F2)(t)
const u=await loginAt(o,e.credentials)
i.throwIfAborted()
const l=new Layers
let f
let p=""
const onData=e=>{const n=(p+e.toString("latin1")).split("\n")
p=n.pop()??""
for(const e of n){const n=(0,Tn.Pq)(Buffer.from(e,"latin1").toString())??{}
if(typeof n.error==="string")f=(0,Tn.fM)(n.error)
l.take(n)}r(l.isExtracting?"unpacking":"pulling",l.bytes)}
const h=await(0,Tn.kA)(n,{...{method:"POST",path:"/images/create",signal:i,onData:onData},query:{fromImage:`${o}/${a}`,tag:d??c,...s!==undefined&&{platform:s}},...u.header!==undefined&&{headers:{"x-registry-auth":u.header}}})
const m=h.ok?f:h.why
if(m===undefined)return undefined;(0,Tn.Ax)(m)
return u.problem===undefined?m:`${m} (${u.problem})`}async function loginAt(e,n){try{const t=await n(e)
return t===undefined?{}:{header:authHeader(e,t)}}catch(e){return{problem:e.message.split("\n",1)[0]??"no login"}}}function authHeader(e,n){const t=e==="docker.io"?"https://index.docker.io/v1/":e
const{kind:s,...i}=n
const r="token"in i?{identitytoken:i.token}:i
return Buffer.from(JSON.stringify({...r,serveraddress:t})).toString("base64url")}class Layers{#be=new Map
take({status:e,id:n,progressDetail:t={}}){if(typeof n!=="string"||typeof e!=="string")return
const s=this.#be.get(n)
const{current:i,total:r}=t
if(e==="Pulling fs layer"||e==="Waiting")this.#be.set(n,s??{done:0,here:false})
else if(e==="Already exists")this.#be.delete(n)
else if(e==="Downloading"&&typeof i==="number")this.#be.set(n,{done:i,...typeof r==="number"&&r>0&&{total:r},here:false})
else if(s!==undefined&&/^(?:Download complete|Verifying Checksum|Extracting|Pull complete)$/.test(e))this.#be.set(n,{...s,done:s.total??s.done,here:true})}get isExtracting(){return this.#be.size>0&&[...this.#be.values()].every(({here:e})=>e)}get bytes(){const e=[...this.#be.values()]
const n=e.reduce((e,n)=>e+(n.total??(n.here?n.done:Number.NaN)),0)
return{done:e.reduce((e,{done:n})=>e+n,0),...n>0&&{total:n}}}}const Bn=/not found|manifest unknown|no matching manifest|does not provide|no match for platform/i
const Fn=/unauthorized|denied|forbidden/i
async function pull(e,n){const{api:t,platform:s,images:i,signal:r}=n
if(i==="present")return check(t,e,r)
const o=e.platform
if(o!==undefined&&/@sha256:/.test(e.image)){const n=await check(t,e,r)
if(n.kind==="here")return n}const a=await fetched(e,o,n)
if(a===undefined)return check(t,e,r)
if(Bn.test(a)&&o===undefined)return pull({...e,platform:s},n)
n.tellPull(e,"failed",{text:a})
if(Bn.test(a)&&!Fn.test(a))return{kind:"wrong",why:`not in the registry for ${o??s}: ${e.image}`}
return{kind:"unknown",why:`cannot pull ${e.image}: ${a}`}}async function fetched(e,n,{api:t,credentials:s,signal:i,tellPull:r}){r(e,"started",{text:"pulling"})
let o={done:0}
const onProgress=(n,t)=>{o=t
r(e,"update",{text:n,bytes:t})}
for(let a=1;;a++){const c=await pullImage({...{api:t,credentials:s,platform:n,signal:i,onProgress:onProgress},image:e.image})
if(c===undefined)r(e,"done",o.done>0?{bytes:{done:o.done}}:{})
if(c===undefined||a>=3||Bn.test(c)||Fn.test(c))return c
r(e,"update",{text:`again: ${c}`})
await(0,pe.setTimeout)(1e3*2**(a-1),undefined,{signal:i})}}async function check(e,n,t){const s=await(0,Cn.mm)(e,n.image,t)
if(s===undefined)return{kind:"unknown",why:`the engine does not have ${n.image}`}
const{platform:i}=n
if(i!==undefined&&i.split("/",2).join("/")!==s.platform)return{kind:"wrong",why:`wrong architecture: the image is for ${s.platform}, wanted ${i}`}
return{kind:"here",member:{...n,platform:i??s.platform},image:s}}var Hn=t(66883)
const Un=Nn.Ikc({cpu_stats:Nn.Ikc({cpu_usage:Nn.Ikc({total_usage:Nn.aig()})})})
const Wn=300
const Gn=.05
async function untilIdle({api:e,id:n,wanted:t,signal:s}){let i
for(;;){await(0,pe.setTimeout)(Wn,undefined,{signal:s})
const r=t()?await processorMs(e,n,s):undefined
const o=Pn.performance.now()
if(r!==undefined&&i!==undefined&&(r-i.ms)/(o-i.at)<Gn)return
i=r===undefined?undefined:{ms:r,at:o}}}const Yn=3e3
const Vn=.005
const zn=.2
function busyNow(e,n,t){let s
return async({unanswered:i})=>{if(s===undefined||Pn.performance.now()-s.at>Yn){const[i,r]=[await processorMs(e,n,t),Pn.performance.now()]
await(0,pe.setTimeout)(Yn,undefined,{signal:t})
const[o,a]=[await processorMs(e,n,t),Pn.performance.now()]
const c=i===undefined||o===undefined?0:o-i
s={share:c/(a-r),at:a}}return s.share>(i?Vn:zn)}}async function processorMs(e,n,t){const s={stream:"false","one-shot":"true"}
const i=await(0,Tn.kA)(e,{method:"GET",path:`/containers/${n}/stats`,query:s,signal:t})
const r=i.ok?Un.safeParse(i.value).data:undefined
return r===undefined?undefined:r.cpu_stats.cpu_usage.total_usage/1e6}var qn=t(78474)
var Jn=t(80481)
var Kn=t(57075)
var Qn=t(62705)
const Zn=8
function frames_frames(e){let n=Buffer.alloc(0)
let t="stdout"
let s=0
return i=>{n=n.length===0?i:Buffer.concat([n,i])
for(;;){if(s>0){const i=n.subarray(0,s)
if(i.length>0)e(i,t)
s-=i.length
n=n.subarray(i.length)}if(s>0||n.length<Zn)return
t=n[0]===2?"stderr":"stdout"
s=n.readUInt32BE(4)
n=n.subarray(Zn)}}}const Xn=2e3
const et=4e3
const nt=/^(\d{4}-\d\d-\d\dT[\d:.]+Z) ?(.*)$/s
async function saveLog(e,n,t,s){const i=[]
const open=()=>{const e=new Kn.PassThrough
const n=(0,Jn.createInterface)({input:e,crlfDelay:Number.POSITIVE_INFINITY})
let t=""
n.on("line",e=>{const[,n,s]=nt.exec(e)??[]
if(n!==undefined)t=n
i.push({time:t,text:(s??e).slice(0,et)})})
return{input:e,read:(0,qn.once)(n,"close")}}
const r={stdout:open(),stderr:open()}
const a={stdout:"1",stderr:"1",timestamps:"1",tail:String(Xn)}
const c=frames_frames((e,n)=>r[n].input.write(e))
await(0,Tn.kA)(e,{method:"GET",path:`/containers/${n}/logs`,query:a,onData:c})
for(const{input:e}of Object.values(r))e.end()
await Promise.all(Object.values(r).map(({read:e})=>e))
if(i.length===0)return{lines:[]}
i.sort((e,n)=>e.time<n.time?-1:e.time>n.time?1:0)
const d=(0,o.join)(t,`${s}.log`)
await(0,N.writeFile)(d,i.map(({time:e,text:n})=>`${e} ${(0,Qn.I)(n,et)}\n`).join(""))
return{file:d,lines:i.flatMap(({text:e})=>(0,Qn.v)(e))}}const tt="0A"
function parseListeners(e){return e.split("\n").slice(1).flatMap(e=>{const[,n,,t]=e.trim().split(/\s+/)
const[s,i]=n?.split(":")??[]
if(t!==tt||s===undefined||i===undefined)return[]
return[{address:readable(s),port:Number.parseInt(i,16)}]})}function readable(e){const n=Buffer.from(e,"hex")
if(n.length===4)return[...n].reverse().join(".")
for(let e=0;e+4<=n.length;e+=4)n.subarray(e,e+4).reverse()
const t=Array.from({length:8},(e,t)=>n.readUInt16BE(t*2))
if(t.every(e=>e===0))return"::"
if(t.slice(0,7).every(e=>e===0)&&t[7]===1)return"::1"
if(t.slice(0,5).every(e=>e===0)&&t[5]===65535)return[...n.subarray(12)].join(".")
return t.map(e=>e.toString(16)).join(":")}async function listenersOf({pid:e,id:n}){if(e===0)return undefined
try{const t=await(0,N.readFile)(`/proc/${e}/cgroup`,"utf8")
const s=t.includes(n)?t:await(0,N.readFile)(`/proc/${e}/mountinfo`,"utf8")
if(!s.includes(n))return undefined
const i=await Promise.all(["tcp","tcp6"].map(n=>(0,N.readFile)(`/proc/${e}/net/${n}`,"utf8").catch(()=>"")))
return i.flatMap(parseListeners).filter(({address:e})=>e!=="127.0.0.11")}catch{return undefined}}async function stop_stop(e,n,t){const{api:s,events:i,signal:r,seconds:o,impatient:a}=t
const c={t:String(o)}
const d=new AbortController
const u=a?killHung(e,n,{...t,signal:AbortSignal.any([r,d.signal])}):undefined
u?.catch(()=>{})
const l=await(0,Tn.kA)(s,{method:"POST",path:`/containers/${n}/stop`,query:c,signal:r})
d.abort()
if(l.ok)await Promise.race([i.exitOf(n),(0,pe.setTimeout)(500,undefined,{signal:r})])}const st=250
const it=8
async function killHung(e,n,{api:t,signal:s}){const i=await(0,Cn.aH)(t,n,s)
const r=tcpPorts(e)
if(i===undefined||r.length===0)return
for(let e=0;e<it;){await(0,pe.setTimeout)(st,undefined,{signal:s})
const n=await listenersOf(i)
if(n===undefined)return
e=n.some(({port:e})=>r.includes(e))?0:e+1}s.throwIfAborted()
await(0,Tn.kA)(t,{method:"POST",path:`/containers/${n}/kill`,query:{signal:"SIGKILL"},signal:s})}const rt=["changed","added","deleted"]
const ot=Nn.YOg(Nn.Ikc({Path:Nn.YjP(),Kind:Nn.aig()})).nullable()
async function changesIn(e,n,t){const s=await(0,Tn.kA)(e,{method:"GET",path:`/containers/${n}/changes`,signal:t})
const i=s.ok?ot.safeParse(s.value).data:undefined
return(i??[]).map(({Path:e,Kind:n})=>({path:e,kind:rt[n]??"changed"}))}const ct=/\/__pycache__(?:\/|$)|\.pyc$|^\/(?:tmp|dev|proc|sys|run\/secrets|etc\/(?:hosts|hostname|resolv\.conf|mtab))(?:\/|$)/
const dt=/^(?:\/|\/(?:app|bin|etc|home|lib|opt|root|run|sbin|srv|usr|usr\/[^/]+|var|var\/[^/]+))$/
function writtenPaths(e){const n=e.filter(({kind:e,path:n})=>e!=="deleted"&&n.startsWith("/"))
const t=new Set(n.map(({path:e})=>o.posix.dirname(e)))
const s=n.filter(({path:e})=>!ct.test(e))
const i=new Set(s.filter(({kind:e})=>e==="added").map(({path:e})=>e))
const r=s.flatMap(({kind:e,path:n})=>{const s=t.has(n)
if(e==="changed"?s:i.has(o.posix.dirname(n)))return[]
return[s||dt.test(o.posix.dirname(n))?n:o.posix.dirname(n)]})
return[...new Set(r)]}var ut=t(37067)
var lt=t(23556)
async function bodyComplaint({body:e,bodyMatches:n,json:t},s,i){const r=s===""?"with an empty body":`with the body ${JSON.stringify((0,Qn.I)(s.slice(0,80)))}`
if(e!==undefined&&!s.includes(e))return`${r}, wanted ${JSON.stringify(e)} in it`
const o=t===undefined?undefined:(0,lt.f)(t)
const a=o?.kind==="test"?(0,lt.y)(o,s):undefined
if(a!==undefined)return`${r}, ${(0,Qn.I)(a)}; wanted ${t}`
if(n===undefined||await matches(n,s,i))return undefined
return`${r}, wanted a match of /${n}/u`}const ft=`\nconst { parentPort, workerData: { pattern, text } } = require("node:worker_threads");\nparentPort.postMessage(new RegExp(pattern, "u").test(text));\n`
async function matches(e,n,s){const{Worker:i}=await Promise.resolve().then(t.t.bind(t,75919,19))
s.throwIfAborted()
return new Promise((t,r)=>{const o=new i(ft,{eval:true,workerData:{pattern:e,text:n},env:{},stdin:false})
const stop=()=>{void o.terminate()
r(s.reason)}
s.addEventListener("abort",stop,{once:true})
o.on("message",t)
o.on("error",r)
o.on("exit",()=>s.removeEventListener("abort",stop))})}const pt=64*1024
function tryHttp(e,n){const t=`no complete answer within ${seconds(n.timeoutMs)}`
return attempt(n,t,async(n,t)=>{const{status:s,location:i,body:r}=await exchange(e,n,t)
const o=wrongStatus(e,s)
const a=o??await bodyComplaint(e,r,t).then(e=>e&&`answered ${s} ${e}`)
return{...{ok:a===undefined,status:s},...i!==undefined&&{location:i},...a!==undefined&&{error:a},...o!==undefined&&s<500&&!ht.has(s)&&{final:true}}})}const ht=new Set([408,425,429])
function exchange(e,n,t){return new Promise((s,i)=>{const r=(0,ut.request)({createConnection:()=>n,path:e.path,method:e.method,headers:{host:"127.0.0.1","user-agent":"lucid-smoke",...e.headers,connection:"close"},signal:t})
r.on("error",i)
r.on("response",e=>{const{statusCode:n=0,headers:t}=e
const r=[]
let o=0
const done=()=>{const e=Buffer.concat(r).subarray(0,pt).toString()
s({status:n,body:e,...t.location!==undefined&&{location:t.location}})}
e.on("data",e=>{r.push(e)
o+=e.length
if(o>=pt)done()})
e.on("end",done)
e.on("error",i)})
r.end()})}function wrongStatus(e,n){if(e.status.some(([e,t])=>n>=e&&n<=t))return undefined
return`answered ${n}, wanted ${e.status.map(([e,n])=>e===n?e:`${e}-${n}`).join(", ")}`}function impossible(e){const n=`lucid-smoke-${(0,Z.randomBytes)(8).toString("hex")}`
return e.kind==="http"?{...e,path:`/${n}`}:{...e,service:n}}const mt=250
function tryTcp(e){const n={...e,timeoutMs:e.timeoutMs+mt}
return attempt(n,`no connection within ${seconds(e.timeoutMs)}`,(n,t,s)=>s>e.timeoutMs?Promise.resolve({...{ok:false,error:`no connection within ${seconds(e.timeoutMs)}`,late:true,unanswered:true}}):new Promise((e,t)=>{const good=()=>e({ok:true,latencyMs:s})
const i=setTimeout(good,mt)
n.on("close",()=>clearTimeout(i))
n.on("data",good)
n.on("end",()=>e({...{ok:false,error:"connection dropped at once: nothing listens on the port",unanswered:true}}))
n.on("error",t)}))}async function attempt({port:e,timeoutMs:n,signal:t,reach:s=(0,In.reachHost)("127.0.0.1")},i,r){const o=Pn.performance.now()
const a=new AbortController
const c=setTimeout(()=>a.abort(),n)
const d=t===undefined?a.signal:AbortSignal.any([t,a.signal])
const u=Promise.withResolvers()
d.addEventListener("abort",()=>u.reject(d.reason),{once:true})
u.promise.catch(()=>{})
let l
const run=async()=>{d.throwIfAborted()
l=await Promise.race([s.open(e,d),u.promise])
l.on("error",()=>{})
return Promise.race([r(l,d,Pn.performance.now()-o),u.promise])}
const f=await run().catch(e=>{if(t?.aborted)return{ok:false,error:"interrupted"}
if(a.signal.aborted)return{ok:false,error:i,late:true,unanswered:true}
const n=e.code==="ECONNREFUSED"||e.code==="ECONNRESET"
return{ok:false,error:plainError(e),...n&&{unanswered:n}}})
clearTimeout(c)
l?.destroy()
return{...f,latencyMs:Math.round((f.latencyMs??Pn.performance.now()-o)*10)/10}}function plainError(e){switch(e.code){case"ECONNREFUSED":return"connection refused"
case"ECONNRESET":return"connection reset: nothing listens on the port, or it hung up"
case"HPE_HEADER_OVERFLOW":return"headers larger than 16 KiB"
default:return e.message||e.code||"failed"}}function seconds(e){return`${Math.round(e/100)/10} s`}const gt=Nn.Ikc({Id:Nn.YjP()})
const wt=Nn.Ikc({ExitCode:Nn.aig().nullable()})
const yt=16384
async function runIn(e,n,t,s){const post=(e,n)=>({method:"POST",path:e,body:n,signal:s})
const i={Cmd:t,AttachStdout:true,AttachStderr:true}
const r=await(0,Tn.kA)(e,post(`/containers/${n}/exec`,i))
if(!r.ok)return{exitCode:1,stdout:"",stderr:r.why}
const{Id:o}=gt.parse(r.value)
const a={stdout:"",stderr:""}
const c=frames_frames((e,n)=>{a[n]=(a[n]+e.toString()).slice(-yt)})
const d=await(0,Tn.kA)(e,{...post(`/exec/${o}/start`,{Detach:false,Tty:false}),onData:c})
if(!d.ok)return{exitCode:1,stdout:"",stderr:d.why}
const u=await(0,Tn.kA)(e,{method:"GET",path:`/exec/${o}/json`,signal:s})
if(!u.ok)throw new Tn.OW(u.why)
return{...a,exitCode:wt.parse(u.value).ExitCode??1}}const bt=[["getent","hosts"],["python3","-S","-E","-c","import socket, sys\nfor name in sys.argv[1:]: socket.gethostbyname(name)"],["node","-e","for (const name of process.argv.slice(1)) require('node:dns').lookup(name, (e) => { if (e) throw e })"]]
const kt=new Set([126,127])
async function discover({api:e,container:n,names:t,known:s,timeoutMs:i,signal:r}){const o=`names ${t.join(", ")}`
for(const[s,a]of bt.entries()){const c=AbortSignal.timeout(i)
const d=await runIn(e,n.id,[...a,...t],AbortSignal.any([r,c])).catch(e=>{if(e instanceof Tn.OW)throw e
return undefined})
r.throwIfAborted()
if(d===undefined)break
const{exitCode:u,stdout:l,stderr:f}=d
if(u===0)return{kind:"discovery",target:`${o} (${a[0]})`,ok:true,attempts:s+1}
if(kt.has(u)||u>128)continue
const p=(0,Qn.I)((0,Tn.fM)(f)||(0,Tn.fM)(l),200)
const h=`cannot find ${t.join(", ")} by name${p===""?"":`: ${p}`}`
return{kind:"discovery",target:`${o} (${a[0]})`,ok:false,attempts:s+1,error:h}}const a=`${o} (the engine's table; the image has nothing to ask with)`
const c=s===undefined?[]:t.filter(e=>!s.has(e))
return{...{kind:"discovery",target:a,ok:c.length===0,attempts:1},...c.length>0&&{error:`the engine's name server does not know ${c.join(", ")}`}}}const vt=["UNKNOWN","SERVING","NOT_SERVING","SERVICE_UNKNOWN"]
const $t={5:"NOT_FOUND: it does not know this service",12:"UNIMPLEMENTED: it has no grpc.health.v1.Health",13:"INTERNAL",14:"UNAVAILABLE",16:"UNAUTHENTICATED"}
async function tryGrpc({service:e=""},n){const s=await Promise.resolve().then(t.t.bind(t,32467,19))
return attempt(n,`no complete answer within ${seconds(n.timeoutMs)}`,async(n,t)=>{const{status:i,code:r,said:o,body:a}=await grpc_call(s.connect,grpc_frame(grpc_message(e)),n,t)
if(i!==200)return{ok:false,error:`answered ${i} over HTTP/2, wanted gRPC`}
if(r!=="0"){const e=$t[r]??`status ${r}`
const n=`answered ${e}${o===""?"":` (${o})`}`
return{ok:false,error:n,...xt.has(r)&&{final:true}}}const c=vt[statusIn(a)]??"a status of its own"
return c==="SERVING"?{ok:true}:{ok:false,error:`answered ${c}, wanted SERVING`}})}const xt=new Set(["5","7","12","16"])
const St="no gRPC server without TLS answers on this port"
const Ot=4096
function grpc_call(e,n,t,s){return new Promise((i,r)=>{const o=e("http://127.0.0.1",{createConnection:()=>t})
const fail=e=>{o.destroy()
r(e.code?.startsWith("ERR_HTTP2")?new Error(St,{cause:e}):e)}
s.addEventListener("abort",()=>o.destroy(),{once:true})
o.on("error",fail)
const a=o.request({":method":"POST",":path":"/grpc.health.v1.Health/Check","content-type":"application/grpc",te:"trailers","user-agent":"lucid-smoke"})
const c=[]
let d={}
let u=0
a.on("error",fail)
a.on("response",e=>{d={...e}})
a.on("trailers",e=>{d={...d,...e}})
a.on("data",e=>{u+=e.length
if(u>Ot)fail(new Error("answered more than a health answer can be"))
else c.push(e)})
a.on("close",()=>{const{":status":e,"grpc-status":n="2","grpc-message":t=""}=d
o.destroy()
if(e===undefined)r(new Error(St))
else i({status:Number(e),code:String(n),said:String(t).slice(0,200),body:Buffer.concat(c)})})
a.end(n)})}function grpc_message(e){const n=Buffer.from(e)
return n.length===0?n:Buffer.concat([Buffer.from([10]),varint(n.length),n])}function varint(e){const n=[]
let t=e
for(;t>127;t>>>=7)n.push(t&127|128)
return Buffer.from([...n,t])}function grpc_frame(e){const n=Buffer.alloc(5)
n.writeUInt32BE(e.length,1)
return Buffer.concat([n,e])}function statusIn(e){const n=e.subarray(5)
return n[0]===8?n[1]??0:0}const Et=100
const Mt=1.1
const jittered=e=>e*(.75+Math.random()/2)
async function untilReady(e){const{attempt:n,timing:t,exited:s,signal:i,wanted:r,startedAt:o,patience:a,onFailure:c}=e
const d=new AbortController
let u
s.then(e=>{u=e
d.abort()})
const l=AbortSignal.any([i,d.signal])
const{deadline:f=Number.POSITIVE_INFINITY}=t
let p=o+f
const remaining=()=>p-Pn.performance.now()
let h=0
let m=0
let g=0
let w=0
let y
let b=Et
let k
let v
const{factor:$=1}=a??{}
const x=Math.min(f,t.startPeriod)*$
const starting=async(e,n)=>e<t.startPeriod||e<x&&await(a?.busy(n))===true
const failed=async(e,n)=>{const t=n.late||g===0&&!n.final
const s=t&&await(a?.busy(n))===true
return{...{kind:"failed",attempts:h,last:k??n,why:e},afterMs:Math.round(Pn.performance.now()-o),...s&&{working:s}}}
for(;;){const e=Pn.performance.now()
const s=Math.max(1,Math.min(t.timeout,remaining()))
const d=await n(l,s)
i.throwIfAborted()
if(u!==undefined)return{kind:"exited",attempts:h,...k!==undefined&&{last:k},exit:u}
h+=1
const S=d.late&&s<t.timeout&&k!==undefined
if(!S)k=d
if(d.ok){g+=1
m+=1
y??=Math.round(Pn.performance.now()-o)
if(m>=(r??t.successes))return{kind:"ready",attempts:h,last:d,readyMs:y}
b=Et}else{m=0
const n=e-o
v=d.final?v?.error===d.error?v:{error:d.error,since:e}:undefined
const s=g>0||!await starting(n,d)
if(s)w+=1
const i=n<t.startPeriod?Math.min(f,t.startPeriod):x
if(g===0)c?.(d,{elapsedMs:n,limitMs:i})
const r=s&&v!==undefined&&e-v.since>=t.wrongAnswerPeriod
const a=g>0?`flaps: ${g} of ${h} answers were good; ${d.error}`:d.error
if(r||w>=Math.max(t.retries,1))return failed(a??"failed",d)}if(remaining()<=0&&g===0&&await(a?.busy(d))===true)p=Math.min(Pn.performance.now()+t.timeout,o+f*$)
if(remaining()<=0){const e=`not healthy within its deadline of ${seconds(f)}`
return failed(k?.error===undefined?e:`${e}: ${k.error}`,d)}const O=Math.max(0,o+t.startPeriod-Pn.performance.now())
const E=Math.min(t.interval,O>0&&g===0?O:t.interval,Math.max(0,remaining()))
const M=Math.min(jittered(d.ok?b:Math.max(b,d.latencyMs)),E)
await(0,pe.setTimeout)(M,undefined,{signal:l}).catch(()=>{})
b=Math.min(b*Mt,t.interval)}}async function probeUntil(e,n,{startedAt:t,wanted:s}){const{exited:i,signal:r,patience:o,onWait:a}=e
const onFailure=(e,t)=>a?.(waitingFor(n,e,t))
const attempt=(t,s)=>probes_once(e,n,s,t)
return untilReady({...{attempt:attempt,timing:n.timing,exited:i,signal:r,startedAt:t,onFailure:onFailure},...s!==undefined&&{wanted:s},...o!==undefined&&{patience:o}})}function waitingFor(e,{error:n="fails"},{elapsedMs:t,limitMs:s}){const i=n.replace(/^answered /,"answers ").replace(/([,;]) wanted /,"$1 waiting for ")
const r=i===n?`: ${n}`:` ${i}`
const o=t<s?`of ${Math.round(s/1e3)} s`:"(start period over)"
const a=`${Math.floor(t/1e3)} s ${o}`
return`${(0,Qn.I)(shortName(e)+r,200)}, ${a}`}function shortName(e){switch(e.kind){case"http":return`${e.method} ${e.path}`
case"command":return e.command.join(" ")
case"healthcheck":return"HEALTHCHECK"
default:return`${e.kind} on port ${e.port}`}}async function probes_once(e,n,t,s){const{api:i,container:r,image:o,reach:a}=e
if(n.kind==="command")return tryCommand(i,r.id,n.command,t,s)
if(n.kind==="healthcheck"){if(o.healthcheck===undefined)return{ok:false,latencyMs:0,error:"the image has no HEALTHCHECK"}
return noted(e,await tryCommand(i,r.id,o.healthcheck.argv,t,s))}const c=r.ports.get(n.port)
if(c===undefined)return{ok:false,latencyMs:0,error:`port ${n.port} is not published`}
const d={port:c,timeoutMs:t,signal:s,reach:a}
switch(n.kind){case"http":return tryHttp(n,d)
case"tcp":return tryTcp(d)
case"grpc":return tryGrpc(n,d)}}async function tryCommand(e,n,t,s,i){const r=Pn.performance.now()
const o=AbortSignal.timeout(Math.ceil(s))
const a=await runIn(e,n,t,AbortSignal.any([i,o])).catch(e=>{if(e instanceof Tn.OW)throw e
return undefined})
const c=Math.round(Pn.performance.now()-r)
if(i.aborted)return{ok:false,latencyMs:c,error:"interrupted"}
if(a===undefined)return{ok:false,latencyMs:c,error:`did not end within ${seconds(s)}`,late:true}
const{exitCode:d,stdout:u,stderr:l}=a
const f=(0,Qn.I)((0,Tn.fM)(l)||(0,Tn.fM)(u),200)
if(d===0)return{ok:true,latencyMs:c,exitCode:d,said:f}
return{ok:false,latencyMs:c,exitCode:d,said:f,error:`exit ${d}${f===""?"":`: ${f}`}`}}function noted({healthLog:e},{exitCode:n,said:t="",...s}){e.push({exitCode:n??-1,output:n===undefined?s.error??"":t})
if(e.length>5)e.shift()
return s}function nameOf(e,{container:n,reach:t}){const at=e=>`${t.host}:${n.ports.get(e)}`
switch(e.kind){case"http":return`${e.method} http://${at(e.port)}${e.path}`
case"tcp":return`tcp ${at(e.port)} (port ${e.port})`
case"grpc":return`grpc ${at(e.port)} (port ${e.port})${e.service===undefined?"":` ${e.service}`}`
case"command":return e.command.join(" ")
case"healthcheck":return"HEALTHCHECK"}}function resultOf(e,n,t){const{last:s,attempts:i}=t
const r=t.kind==="exited"?s?.error??"ended before it answered":undefined
const o=t.kind==="failed"?t.why:r
return{...{kind:e.kind,target:nameOf(e,n),ok:t.kind==="ready",attempts:i},..."port"in e&&{port:e.port},...s?.status!==undefined&&{status:s.status},...s!==undefined&&{latencyMs:s.latencyMs},...o!==undefined&&{error:o}}}async function negativeControl(e,n){if(n.kind!=="http"&&n.kind!=="grpc"||!n.negative)return undefined
const t=impossible(n)
const{ok:s,status:i,latencyMs:r}=await probes_once(e,t,n.timing.timeout,e.signal)
const o=n.kind==="http"?`answers every path: one that cannot exist got ${i} and would pass as healthy`:"says SERVING of every service, also of one that cannot exist"
return{...{kind:"negative",target:nameOf(t,e),port:n.port,ok:!s,latencyMs:r,attempts:1},...i!==undefined&&{status:i},...s&&{error:o}}}async function answersStill(e,n){const t={...n.timing,startPeriod:0,retries:Math.min(n.timing.retries,2)}
const{deadline:s,...i}=t
const r={...n,timing:i}
const o=await probeUntil(e,r,{startedAt:Pn.performance.now(),wanted:1})
return{result:{...resultOf(r,e,o),kind:"stable"},late:o.last?.late===true}}function otherPorts(e,n,t){const{deadline:s,...i}={...t.timing,startPeriod:Math.min(t.timing.startPeriod,5e3)}
const r=tcpPorts(n).filter(e=>!("port"in t)||e!==t.port)
return Promise.all(r.map(async n=>{const t={kind:"tcp",port:n,timing:i}
const s=await probeUntil(e,t,{wanted:1,startedAt:Pn.performance.now()})
return{port:n,result:resultOf(t,e,s)}}))}async function ownHealthcheck(e,{timeoutMs:n,retries:t}){const s={...Hn.lz,startPeriod:0,timeout:n,retries:Math.min(t,3)}
const i={kind:"healthcheck",timing:s}
const r=await probeUntil(e,i,{wanted:1,startedAt:Pn.performance.now()})
return{result:resultOf(i,e,r),late:r.last?.late===true}}var jt=t(17904)
const It={0:"ended by itself, without an error",125:"the engine could not run it",126:"found, but cannot be executed",127:"program not found",128:"bad exit status",132:"SIGILL: an instruction this processor does not know",134:"SIGABRT",135:"SIGBUS",136:"SIGFPE",139:"SIGSEGV: segmentation fault",143:"SIGTERM"}
function exitMeaning(e,{outOfMemory:n}){if(n)return"killed: out of memory"
if(e===137)return"SIGKILL: killed from outside, or out of memory"
return It[e]??(e>128&&e<165?`signal ${e-128}`:"error")}const Pt=[{own:true,pattern:/exec format error/i,say:()=>"exec format error: built for another architecture, or a script without a #! line"},{own:true,pattern:/ModuleNotFoundError: No module named ['"]([^'"]+)['"]/,say:([,e])=>`ModuleNotFoundError: ${e}: not in the image, or not on PYTHONPATH`},{own:true,pattern:/Cannot find (?:module|package) ['"]([^'"]+)['"]/,say:([,e])=>`cannot find module ${e}: not in the image`},{own:true,pattern:/error while loading shared libraries: (\S+?):/,say:([,e])=>`shared library ${e} is not in the image`},{own:true,pattern:/version [`'](GLIBC\S*?)' not found/,say:([,e])=>`${e} is not in the image: built against a newer C library than it runs on`},{own:true,pattern:/(?:No space left on device|ENOSPC|disk quota exceeded)/i,say:()=>"no space left on a disk or tmpfs that it writes to"},{pattern:/(?:Read-only file system|EROFS)[^'"/]*(?:['"]?(\/[^'",\s]+))?/i,say:([,e])=>`writes to its read-only file system${e?`: needs a writable ${e} (hardening.tmpfs)`:""}`},{pattern:/(?:can't start new thread|fork: (?:retry: )?Resource temporarily unavailable|pthread_create failed)/i,say:()=>"cannot start another thread or process: hardening.pids is too low"},{pattern:/(?:bind|listen)[^\n]*permission denied|permission denied[^\n]*(?:bind|listen)/i,say:()=>"may not bind its port: below 1024 it needs NET_BIND_SERVICE, better take a higher one"},{pattern:/(?:Permission denied|EACCES)[^'"/]*['"]?(\/[^'",\s]+)/i,say:([,e])=>`permission denied on ${e}: not readable or writable for the user the image runs as`},{own:true,pattern:/(?:address already in use|EADDRINUSE)/i,say:()=>"binds the same port twice: address already in use"},{own:true,pattern:/exec: "([^"]+)": [^\n]*(?:no such file|not found)/i,say:([,e])=>`${e} is not in the image: check ENTRYPOINT and CMD`},{pattern:/(?:exec|\/bin\/sh): ?[^\n]*?([^\s:]+): (?:no such file or directory|not found)/i,say:([,e])=>`${e} is not in the image: check ENTRYPOINT and CMD`},{own:true,pattern:/(?:getaddrinfo (?:ENOTFOUND|EAI_AGAIN) (\S+)|Name or service not known|Temporary failure in name resolution|no such host)/i,say:([,e])=>`cannot resolve ${e??"a host name"}: is a need missing in the catalog?`}]
function guess(e){const{architecture:n,exit:t,log:s,startError:i,probe:r,listeners:o,advice:a}=e
if(n!==undefined&&n.wanted!==n.found)return`wrong architecture: ${n.found}, wanted ${n.wanted}`
if(t?.outOfMemory)return`out of memory: hardening.memory is too low (exit ${t.exitCode})`
const c=r?.port===undefined?undefined:onlyInward(r.port,o)
if(c!==undefined)return c
const d=[...i?[i]:[],...r?[r.error]:[],...s.toReversed()]
const u=r?.status!==undefined&&t===undefined?undefined:signIn(d)
if(u!==undefined)return u
if(t!==undefined){const e=`exited with ${t.exitCode} (${exitMeaning(t.exitCode,t)})${lastWords(s)}`
return a===undefined?e:`${e}; ${a}`}if(i!==undefined)return`could not be started: ${i}`
if(r===undefined)return"no sign of the cause in its log"
return aboutPort(r,o,s)??aboutAnswer(r)}function signIn(e){for(const{pattern:n,say:t}of Pt)for(const s of e){const e=n.exec(s)
if(e!==null)return t(e)}return undefined}function ownFault({log:e,startError:n,exit:t,probe:s,listeners:i}){if(t?.outOfMemory)return true
if(s?.error.startsWith("flaps"))return true
if(s?.status!==undefined&&s.status<500)return true
if(s?.port!==undefined){if(onlyInward(s.port,i)!==undefined)return true
const e=i?.filter(({address:e})=>!isLocal(e))??[]
if(e.length>0&&e.every(({port:e})=>e!==s.port))return true}const r=[...n?[n]:[],...s?[s.error]:[],...e]
if(r.some(e=>Tt.test(e)))return false
return Pt.some(({own:e,pattern:n})=>e&&r.some(e=>n.test(e)))}const Tt=/read-only file system|EROFS|permission denied|EACCES|operation not permitted|EPERM|temporarily unavailable/i
const At=/(?:Read-only file system|EROFS)[^'"/]*['"]?(\/[^'",\s:]+)|['"]?(\/[^'",\s:]+)['"]?: Read-only file system/gi
function writesTo(e){const n=e.flatMap(e=>[...e.matchAll(At)].map(([,e,n])=>e??n??""))
return[...new Set(n.filter(e=>e!==""))]}function lossOf(e,n,t){const{exit:s,log:i}=n
if(s===undefined||s.outOfMemory)return`${e}: ${t??guess(n)}`
return`${e} exited with ${s.exitCode}${lastWords(i)}`}function lastWords(e){const n=e.at(-1)
return n===undefined?"; it logged nothing":`: ${n.slice(0,160)}`}function isLocal(e){return e.startsWith("127.")||e==="::1"}function onlyInward(e,n=[]){const t=n.filter(n=>n.port===e)
if(t.length===0||!t.every(({address:e})=>isLocal(e)))return undefined
return`listens on ${t[0]?.address}:${e} only: let it listen on 0.0.0.0`}function aboutPort({port:e,status:n,afterMs:t},s,i){if(e===undefined||n!==undefined)return undefined
if(s?.some(n=>n.port===e))return undefined
if(s!==undefined){const n=[...new Set(s.filter(({address:e})=>!isLocal(e)).map(e=>e.port))]
const i=t===undefined?"":` after ${seconds(t)}`
return`nothing listens on port ${e}${n.length===0?i:`; it listens on ${n.join(", ")}`}`}if(i.some(n=>new RegExp(`(?:127\\.0\\.0\\.1|localhost|\\[::1\\]):${e}\\b`).test(n)))return`listens on 127.0.0.1:${e} only, as its log says: let it listen on 0.0.0.0`
return undefined}function aboutAnswer({error:e,status:n,path:t}){if(n===404&&t!==undefined)return`answers 404 at ${t}: is the health path right?`
if(n!==undefined&&n>=500&&!e.startsWith("flaps"))return`${e}: it runs, and says itself that it is not well`
if(/^no complete answer/.test(e))return`takes the connection and gives ${e}`
return e}function speedOf(e,n){const t=(0,jt.VT)(e)
return t===n||t==="i686"&&n==="x86_64"?"native":"emulated"}const _t=10
const Ct=4
const Nt=256*2**20
function underEmulation(e){const{health:n,hardening:t}=e
const{memory:s,pids:i}=t??{}
return{...e,...n&&{health:slower(n)},...t&&{hardening:{...t,...s!==undefined&&{memory:s+Nt},...i!==undefined&&{pids:i*2}}}}}function slower(e){return{...e,timing:{...e.timing,timeout:e.timing.timeout*Ct}}}const Rt=new Set([132,133,134,135,136,139,159])
const Dt=/^qemu(?:-\w+)?: |uncaught target signal|Function not implemented|\bENOSYS\b|(?:os error|Errno) 38\b|\bio_uring|\bseccomp\b|\bSIG(?:SEGV|ILL|BUS|TRAP|ABRT)\b|Segmentation fault|Illegal instruction/i
const Lt=/Resource temporarily unavailable|can't start new thread|pthread_create failed/i
const Bt=/(?:^|[\s/;&|(])(?:pidof|pgrep|pkill|killall|ps|top)(?:$|[\s;&|)])|\/proc\//
function emulatorsDoing({phase:e,symptoms:n,check:t},s){const{exit:i,probe:r,startError:o,working:a}=n
if(e==="pull"||n.architecture!==undefined)return undefined
if(i?.outOfMemory)return`out of memory${Ft}: QEMU takes memory too; raise hardening.memory or smoke it natively`
const c=[...o===undefined?[]:[o],...r?[r.error]:[],...s]
if(a)return`${r?.error??"not ready"}, and was still busy${Ft}: raise start_period or smoke it natively`
if(ownFault({...n,log:s})||c.some(e=>Lt.test(e)))return undefined
if(i!==undefined&&Rt.has(i.exitCode))return`ended by ${exitMeaning(i.exitCode,i)}${Ft}: QEMU may be the cause; smoke it natively`
const d=c.findLast(e=>Dt.test(e))
if(d!==undefined)return`its log says "${d.trim().slice(0,160)}"${Ft}: smoke it natively`
const[,u]=/^exit (\d+)/.exec(r?.error??"")??[]
if(t!==undefined&&Rt.has(Number(u)))return`its check fails with ${r?.error}${Ft}: smoke it natively`
if(t!==undefined&&Bt.test(t.join(" ")))return`its check looks at processes, which are QEMU's${Ft}: ${r?.error??"it fails"}`
return undefined}const Ft=" under emulation, which decides nothing"
function unstarted(e,n){const t=e?.error??n
const s=e!==undefined&&e.exitCode!==0?{exit:{exitCode:e.exitCode,outOfMemory:e.outOfMemory}}:{}
return{phase:"start",symptoms:{startError:t,...s}}}async function neverReady(e,n,t){if(t.kind==="exited")return{phase:"ready",symptoms:{exit:t.exit}}
const{status:s}=t.last
const i={error:t.why,afterMs:t.afterMs,...s!==undefined&&{status:s},...n.kind==="http"&&{path:n.path},..."port"in n&&{port:n.port}}
const r=n.kind==="healthcheck"?e.image.healthcheck?.argv:undefined
const o=n.kind==="command"?n.command:r
return{phase:"ready",symptoms:{probe:i,...t.working&&{working:true},...await failures_listening(e)},...o!==undefined&&{check:o}}}async function failures_listening({container:e,reach:n}){const t=n.near?await listenersOf(e):undefined
return{...t&&{listeners:t}}}function failures_ended(e,n){const t=e.exitedAs(n)
return t&&{phase:"stable",symptoms:{exit:t}}}function weakCheck({ok:e,error:n="answers every path"}){return e?undefined:{phase:"ready",symptoms:{probe:{error:n}},guess:n}}function unfound({ok:e,error:n="cannot find what it needs"}){return e?undefined:{phase:"ready",symptoms:{probe:{error:n}},guess:n}}async function closedPort(e,n){const t=n.find(({result:e})=>!e.ok)
if(t===undefined)return undefined
const s={error:t.result.error??"closed",port:t.port}
return{phase:"ready",symptoms:{probe:s,...await failures_listening(e)}}}function unwell({speed:e},{image:n},{result:t,late:s},i){const{ok:r,error:o="fails"}=t
if(r||s&&e==="emulated")return undefined
const a=`answers its ${i.kind} check, but its own HEALTHCHECK fails: ${o}`
const c=n.healthcheck?.argv
return{phase:"ready",symptoms:{probe:{error:o}},guess:a,...c!==undefined&&{check:c}}}function silenced({speed:e},{result:n,late:t}){const{ok:s,error:i="failed"}=n
if(s)return undefined
const r=`was healthy, and then was not any more: ${i}`
const o=t&&e==="emulated"
return{phase:"stable",symptoms:{probe:{error:i},...o&&{working:o}},guess:r}}const Ht=256
async function headOfFile(e,n,t,s){const request=(e,t)=>({...{method:e,path:`/containers/${n}/archive`,query:{path:t},signal:s}})
let i=t
const r=await e(request("HEAD",t)).catch(()=>undefined)
const o=r?.headers["x-docker-container-path-stat"]
if(r!==undefined&&r.status<300&&typeof o==="string"){const{linkTarget:e}=(0,Tn.Pq)(Buffer.from(o,"base64").toString())??{}
if(typeof e==="string"&&e!=="")i=e}else return undefined
let a
let c=Buffer.alloc(0)
const onData=(e,n)=>{c=Buffer.concat([c,e])
a=headIn(c)
if(a!==undefined)n()}
const d=await(0,Tn.kA)(e,{...request("GET",i),onData:onData})
return d.ok?a:undefined}const Ut=512
function headIn(e){for(let n=0;e.length>=n+Ut;){const t=Number.parseInt(e.toString("latin1",n+124,n+136),8)||0
const s=e.toString("latin1",n+156,n+157)
const i=n+Ut
if(s==="x"||s==="g"){n=i+Math.ceil(t/Ut)*Ut
continue}if(s!=="0"&&s!=="\0")return undefined
const r=i+Math.min(t,Ht)
return e.length>=r?e.subarray(i,r):undefined}return undefined}function machineIn({api:e,shared:{machines:n},signal:t},{image:s},i){const r=[s,i.path,i.searchPath,i.workingDir].join("\n")
const o=n.get(r)??architectureOf(e,i,t)
n.set(r,o)
return o}function architectureOf(e,n,t){const{id:s,path:i,searchPath:r,workingDir:a}=n
return machineOfEntry(i,r,n=>headOfFile(e,s,o.posix.resolve(a,n),t))}function mismatch({platform:e},n){const t=e===undefined?undefined:(0,jt.VT)(e)
if(t===undefined||n===undefined||t===n)return undefined
return{phase:"start",symptoms:{architecture:{wanted:t,found:n}}}}async function machineOfEntry(e,n,t){let s=e
for(let e=0;e<5&&s!==undefined;e++){const e=await firstOf(s.includes("/")?[s]:n.split(":").map(e=>o.posix.join(e,s??"")),t)
if(e===undefined)return undefined
const i=(0,jt.oQ)(e)
if(i.kind!=="script")return i.kind==="elf"?i.machine:undefined
const[r,...a]=i.interpreter
const c=a.find(e=>!e.startsWith("-")&&!e.includes("="))
s=r!==undefined&&o.posix.basename(r)==="env"?c:r}return undefined}async function firstOf(e,n){for(const t of e){const e=await n(t)
if(e!==undefined)return e}return undefined}async function tryMember(e,n,t,s){const i=[]
const r=(new Date).toISOString()
const o=Pn.performance.now()
const a=await try_member_run(e,n,t,s,i)
const c=e.shared.speed==="emulated"?{emulated:true}:{}
const d={...a,...c,startedAt:r,durationMs:Math.round(Pn.performance.now()-o)}
return d.broken===undefined?d:{...d,state:await stateOf(e,n,s,i)}}async function try_member_run(e,n,t,s,i){const{api:r,events:o,signal:a,reach:c}=e
const d=await e.shared.starts(()=>(0,Tn.kA)(r,{method:"POST",path:`/containers/${s}/start`,signal:a}))
const u=Pn.performance.now()
const l=await(0,Cn.aH)(r,s,a)
if(!d.ok||l===undefined)return failed(e,n,l,unstarted(l,d.ok?"its container is gone":d.why))
const f=o.exitOf(s)
if(!l.running)await Promise.race([f,(0,pe.setTimeout)(Wt,undefined,{signal:a})])
if(n.run==="job")return tryJob(e,n,l,f)
const p=mainHealth(n,t)
const{stable:h}=(0,Hn.II)(n)
const staysUp=()=>{const e=Math.max(0,u+h-Pn.performance.now())
return Promise.race([f,(0,pe.setTimeout)(e,undefined,{signal:a})])}
if(p===undefined){await staysUp()
return tryWorker(e,n,l,h)}const m=e.shared.speed==="emulated"?{factor:_t,busy:busyNow(r,s,a)}:undefined
const g={api:r,container:l,image:t,exited:f,signal:a,reach:c,healthLog:i,onWait:e.onWait}
const w={...g,...m&&{patience:m}}
const y=await probeUntil(w,p,{startedAt:u})
const b=resultOf(p,w,y)
if(y.kind!=="ready")return failed(e,n,l,await neverReady(w,p,y),b)
const{readyMs:k}=y
e.onReady(`answers after ${seconds(k)}, in ${b.latencyMs} ms`)
if(n.role!=="subject")return{probes:[b],readyMs:k}
const[v,$,x,S,O]=await Promise.all([negativeControl(w,p),otherPorts(w,n,p),ownCheck(e,w,p),findNeeds(e,n,w),machineIn(e,n,l),staysUp()])
const E=failures_ended(o,s)
const M=E===undefined?await answersStill(w,p):undefined
const j=E??failures_ended(o,s)??mismatch(n,O)??(v&&weakCheck(v))??(S&&unfound(S))??await closedPort(w,$)??(x&&unwell(e.shared,w,x,p))??(M&&silenced(e.shared,M))
const I=x?.late?"its own HEALTHCHECK did not end in time under emulation, which decides nothing":undefined
const P=y.last.location
const T=I??(P&&`answers ${y.last.status}, a redirect to ${(0,Qn.I)(P,200)}, which is not followed`)
return{probes:[b,v,...$.map(({result:e})=>e),x?.result,S,M?.result].filter(e=>e!==undefined),readyMs:k,...T!==undefined&&{note:T},...O!==undefined&&{architecture:O},...j!==undefined&&{broken:j}}}async function failed(e,n,t,s,...i){const{exit:r,startError:o}=s.symptoms
const a=t!==undefined&&(r!==undefined||o!==undefined)
const c=a?await machineIn(e,n,t):undefined
return{probes:i,broken:mismatch(n,c)??s,...c!==undefined&&{architecture:c}}}const Wt=2e3
async function tryJob(e,n,t,s){const i=Pn.performance.now()
const{deadline:r=Hn.gF}=(0,Hn.II)(n)
const o=new AbortController
const a=AbortSignal.any([e.signal,o.signal])
const c=await Promise.race([s,(0,pe.setTimeout)(r,undefined,{signal:a})]).finally(()=>o.abort())
const d={kind:"exit",target:"exit code of the job",attempts:1}
if(c===undefined){const e=`does not end: a job has ${seconds(r)} (health.deadline)`
return{probes:[{...d,ok:false,error:e}],broken:{phase:"ready",symptoms:{},guess:e}}}if(c.exitCode!==0)return failed(e,n,t,{phase:"ready",symptoms:{exit:c}},{...d,ok:false})
const u=Math.round(Pn.performance.now()-i)
e.onReady(`ended with 0 after ${seconds(u)}`)
if(n.role!=="subject")return{probes:[],readyMs:u}
const l=await machineIn(e,n,t)
const f=mismatch(n,l)
const p={...l!==undefined&&{architecture:l},...f&&{broken:f}}
return{probes:[{...d,ok:true}],readyMs:u,...p}}async function tryWorker(e,n,t,s){const{api:i,events:r,signal:o}=e
const{id:a}=t
const c={kind:"stable",target:`stays up for ${seconds(s)}`,attempts:1}
const d=failures_ended(r,a)
if(d!==undefined){const{exit:s}=d.symptoms
const i=s?.exitCode===0&&n.role!=="external"?{advice:Gt}:{}
const r={...d,symptoms:{...d.symptoms,...i}}
return failed(e,n,t,r,{...c,ok:false})}e.onReady("up")
if(n.role!=="subject")return{probes:[]}
const[u,l]=await Promise.all([findNeeds(e,n,{api:i,container:t,signal:o}),machineIn(e,n,t)])
const f=failures_ended(r,a)??mismatch(n,l)??(u&&unfound(u))
return{probes:[{...c,ok:true},...u===undefined?[]:[u]],...l!==undefined&&{architecture:l},...f!==undefined&&{broken:f}}}const Gt="a worker has to stay up; say `run: job` if it is meant to end, `run: never` if it is only a base image"
function mainHealth(e,{healthcheck:n}){if(e.health!==undefined)return e.health
const t=(0,Hn.II)(e)
const[s]=tcpPorts(e)
if(s!==undefined)return{kind:"tcp",port:s,timing:t}
return n===undefined||e.role==="external"?undefined:{kind:"healthcheck",timing:t}}async function ownCheck({shared:e},n,t){const{healthcheck:s}=n.image
if(s===undefined||t.kind==="healthcheck")return undefined
return e.commands(()=>ownHealthcheck(n,s))}async function findNeeds(e,n,{api:t,container:s,signal:i}){const r=n.needs.filter(n=>!e.jobs.has(n))
if(r.length===0)return undefined
const o=await(0,Cn.Xu)(t,e.run,i)
const a=o.some(e=>e.names!==undefined)
const c=a?new Set(o.filter(e=>e.running).flatMap(e=>e.names??[])):undefined
return e.shared.commands(()=>discover({api:t,container:s,names:r,known:c,timeoutMs:6e4,signal:i}))}async function stateOf(e,n,t,s){const i=await(0,Cn.aH)(e.api,t,e.signal)
const r=i===undefined||!e.reach.near?undefined:await listenersOf(i)
return{inspect:i?.excerpt??{},healthLog:[...i?.healthLog??[],...s].slice(-5),ports:tcpPorts(n).map(e=>{const n=i?.ports.get(e)
const t=r?.filter(({port:n})=>n===e).map(({address:e})=>e)
return{container:e,...n!==undefined&&{published:n},...t!==undefined&&{listens:t.join(", ")||"nothing"}}})}}const Yt={readOnly:false,tmpfs:[],capDrop:[],noNewPrivileges:false}
const Vt={writable:{lift:{readOnly:false},holds:({readOnly:e})=>e},tmpfs:{lift:{tmpfs:[]},holds:({tmpfs:e})=>e.length>0},capabilities:{lift:{capDrop:[]},holds:({capDrop:e})=>e.length>0},privileges:{lift:{noNewPrivileges:false},holds:e=>e.noNewPrivileges},processes:{lift:{pids:undefined},holds:({pids:e})=>e!==undefined}}
async function retryPlain(e,n,t,s,i){const{hardening:r}=n
if(r===undefined||s.broken===undefined||!mayBeHardening(s,i))return undefined
const o=Object.keys(Vt).filter(e=>Vt[e].holds(r))
if(o.length===0)return undefined
const a=r.memory===undefined?{}:{memory:r.memory}
const c=new Map([["plain",{...Yt,...a}]])
for(const e of o)c.set(e,lifted(r,Vt[e].lift))
const d=await create(e,n,c,t)
const attempt=s=>{const i=d.get(s)
if(i===undefined)throw new Tn.OW(`the container of ${n.name} is gone`)
return tryMember({...e,onReady:()=>{}},n,t,i)}
const{api:u,signal:l}=e
const remove=e=>(0,An.removeContainers)(u,e.flatMap(e=>d.get(e)??[]),l)
const f=await attempt("plain")
const p=d.get("plain")
if(f.broken!==undefined||p===undefined){await remove([...c.keys()])
return undefined}const h=await changesIn(u,p,l)
const m=await Promise.all(o.map(async e=>(await attempt(e)).broken===undefined?[e]:[]))
await remove(o)
const g=m.flat().flatMap(e=>hardening_inWords(e,r,i,h))
const w=`several at once: ${o.map(e=>zt[e](r,i)).join(", ")}`
return{needs:g.length>0?g:[w],trial:f,id:p}}function lifted(e,n){const{pids:t,...s}={...e,...n}
return t===undefined?s:{...s,pids:t}}function mayBeHardening({broken:e,architecture:n},t){if(e===undefined||e.phase==="pull"||e.symptoms.architecture!==undefined)return false
const s={...e.symptoms,log:t}
const i=e.phase==="ready"&&e.guess!==undefined&&/^(?:answers every path|says SERVING of every|does not end)/.test(e.guess)
const r=[e.symptoms.startError??"",...t].some(e=>/exec format error/i.test(e))
return!i&&!r&&!ownFault(s)&&(n!==undefined||e.symptoms.exit?.exitCode!==127)}async function create({docker:e,api:n,run:t,labels:s,network:i,signal:r,reach:o},a,c,{healthcheck:d}){const u=`${t}-${(0,Z.randomBytes)(3).toString("hex")}`
const l=[...c].map(([e,n])=>({...a,name:e,hardening:n}))
const f={kind:"smoke",labels:s}
const p=composeFile({...{use:f,project:u,parts:l,selfChecked:new Set,address:o.address},network:{name:i.key}})
const h=Object.entries(p.services).map(([e,n])=>[e,{...n,networks:{[i.key]:{aliases:e==="plain"?[a.name]:[]}},...d!==undefined&&{healthcheck:an}}])
const m={...p,services:Object.fromEntries(h),networks:{[i.key]:{name:i.name,external:true}}}
const g=["compose","--file=-",`--project-name=${u}`,"--progress=quiet","create","--pull=never"]
const{exitCode:w,stderr:y}=await(0,Tn.T1)(e,g,{input:JSON.stringify(m),signal:r})
if(w!==0)throw new Tn.OW(`no container for a second try of ${a.name}: ${(0,Tn.fM)(y)}`)
const b=await(0,Cn.Xu)(n,t,r)
return new Map(b.filter(e=>e.project===u).map(({service:e,id:n})=>[e,n]))}const zt={writable:()=>"a writable root",tmpfs:({tmpfs:e})=>`what the image has in ${e.map(e=>e.split(":")[0]).join(", ")} (hardening.tmpfs hides it)`,capabilities:(e,n)=>{const t=capabilitiesIn(n)
return t.length>0?`the capability ${t.join(", ")}`:"a capability (hardening.cap_drop)"},privileges:()=>"new privileges, as a set-user-ID program has (hardening.no_new_privileges)",processes:()=>"more processes or threads (hardening.pids)"}
function hardening_inWords(e,n,t,s){if(e!=="writable")return[zt[e](n,t)]
const i=[...new Set([...writesTo(t),...writtenPaths(s)])]
const r=i.filter(e=>!i.some(n=>n!==e&&e.startsWith(`${n}/`)))
return r.length===0?[zt.writable(n,t)]:r.slice(0,8).map(e=>`writable ${e}`)}const qt=[[/chown|changing ownership/i,"CHOWN"],[/set(?:res|re|e)?uid|seteuid|switch(?:ing)? (?:to )?user|failed to (?:change|set) user/i,"SETUID"],[/set(?:res|re|e)?gid|setgroups|initgroups/i,"SETGID"],[/bind/i,"NET_BIND_SERVICE"],[/raw socket|icmp|ping/i,"NET_RAW"],[/chmod|utime/i,"FOWNER"],[/setrlimit|prlimit/i,"SYS_RESOURCE"]]
function capabilitiesIn(e){const isRefusal=e=>/operation not permitted|EPERM|permission denied/i.test(e)
const n=e.filter((n,t)=>e.slice(t,t+3).some(isRefusal))
return qt.filter(([e])=>n.some(n=>e.test(n))).map(([,e])=>e)}async function perform(e,n,{needs:t,isReady:s,dependents:i}){const{api:r,outcomes:o,here:a,ids:c,signal:d,tell:u}=e
const{name:l}=n
const f=(await t).find(e=>e!==undefined)
if(o.has(l))return
if(f!==undefined){o.set(l,{kind:"unknown",why:`not started: ${f}`})
return}const p=await e.turns.enter(n.hardening?.memory??_n)
const h=new AbortController
try{d.throwIfAborted()
const[t,f]=[a.get(l),c.get(l)]
if(t===undefined||f===undefined)throw new Tn.OW(`the container of ${l} is gone`)
u(n,"started","starting")
const m=AbortSignal.any([d,h.signal])
untilIdle({api:r,id:f,wanted:e.turns.crowded,signal:m}).then(p.tried,()=>{})
const onReady=e=>{h.abort()
p.tried()
s()
u(n,"update",e)}
const onWait=e=>u(n,"update",e)
const g=await tryMember({...e,onReady:onReady,onWait:onWait},t.member,t.image,f)
if(g.broken===undefined){p.tried()
if(n.run!=="job")await i
o.set(l,await finish(e,n,{trial:g,id:f}))
return}const w=await lostAmong(e,n.needs)
await stop_stop(n,f,{...e,seconds:Jt,impatient:false})
const y=await saveLog(e.api,f,e.logFolder,l)
if(w!==undefined){o.set(l,{kind:"tried",trial:g,log:y,lost:w,...exitOf(e,f)})
return}const b=g.emulated&&emulatorsDoing(g.broken,y.lines)
const k=b?undefined:await retry(e,n,{trial:g,log:y})
if(k===undefined){o.set(l,{kind:"tried",trial:g,log:y,...exitOf(e,f)})
return}p.tried()
if(n.policy?.hardening==="advisory"){s()
await i}const v=await finish(e,n,k)
o.set(l,{...v,needs:k.needs,log:y})}finally{h.abort()
p.gone()}}async function lostAmong({api:e,events:n,ids:t,jobs:s,logFolder:i},r){for(const o of r){const r=t.get(o)
const a=r===undefined||s.has(o)?undefined:n.exitedAs(r)
if(r===undefined||a===undefined)continue
const{lines:c}=await saveLog(e,r,i,o)
return lossOf(o,{exit:a,log:c})}return undefined}async function retry(e,n,{trial:t,log:s}){const i=e.here.get(n.name)
if(i===undefined||n.role==="external")return undefined
e.tell(n,"update","failed; looking for the cause")
return retryPlain(e,i.member,i.image,t,s.lines)}const Jt=1
async function finish(e,n,{trial:t,id:s}){const{stopGracePeriod:i}=(0,Hn.II)(n)
const r=t.broken??(n.run==="job"?undefined:failures_ended(e.events,s))
if(n.run!=="job"){e.tell(n,"update","stopping")
const r=Math.max(1,Math.ceil(i/1e3))
const o=t.emulated===true&&e.reach.near
await stop_stop(n,s,{...e,seconds:r,impatient:o})}const o=await saveLog(e.api,s,e.logFolder,n.name)
return{kind:"tried",trial:{...t,...r&&{broken:r}},log:o,...exitOf(e,s)}}const exitOf=({events:e},n)=>{const t=e.exitedAs(n)
return t===undefined?{}:{exit:t}}
var Kt=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var Qt=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function runStack(e){const{docker:n,api:t,reach:s=(0,In.reachHost)("127.0.0.1")}=e
const i=`lucid-smoke-${(0,Z.randomBytes)(5).toString("hex")}`
const r=new Map
const o=new AbortController
const a=AbortSignal.any([e.signal,o.signal])
let c=e.network
let d=false
let u=[]
try{const u=await(0,Cn.Ty)(t,a)
const l=speedOf(e.platform,u.machine)
const f=l==="native"?e.members:e.members.map(underEmulation)
const p=await pullAll({...e,members:f,signal:a},r)
const h=[...p.values()].map(({member:e})=>e)
if(h.length>0){const m={stack:[],error:void 0,hasError:false}
try{const g=Kt(m,watchEvents(t,{...{run:i,since:u.time},lost:e=>o.abort(new Tn.OW(e))}),true)
const w=new Set([...p].filter(([,{image:e}])=>e.healthcheck).map(([e])=>e))
d=true
const y=(0,An.labelsOf)((0,An.ownerOf)(i))
const b=await createStack({...{docker:n,api:t,signal:a,composePath:e.composePath,near:s.near},stack:{...{use:{kind:"smoke",labels:y},project:i,network:e.network,parts:h},...{selfChecked:w,address:s.address}}})
c=b.network
for(const[e,n]of b.refused)r.set(e,brokenAt("start",{startError:n}))
const k=new Map((await(0,Cn.Xu)(t,i,a)).map(({service:e,id:n})=>[e,n]))
const v={machines:new Map,commands:(0,de.A)(u.cpus),starts:(0,de.A)(u.cpus),speed:l}
const $={...{docker:n,api:t,run:i,labels:y,signal:a,events:g,reach:s,shared:v,outcomes:r,here:p,ids:k},...{members:f,logFolder:e.logFolder,tell:e.tell},jobs:new Set(f.flatMap(({name:e,run:n})=>n==="job"?e:[])),network:{key:e.network.name,name:`${i}_${e.network.name}`},turns:turns(limitsOf(u,l,e.maxParallel))}
await performAll($,o)}catch(e){m.error=e
m.hasError=true}finally{const e=Qt(m)
if(e)await e}}}catch(n){const t=explain(n,e.signal)
if(t===undefined)throw n
for(const{name:n}of e.members)if(!r.has(n))r.set(n,{kind:"unknown",why:t})}finally{if(d)u=await(0,An.removeRun)(t,i).catch(e=>run_stack_lost(e,i))}return{network:c,outcomes:r,created:d,leftovers:u}}const Zt=.8
function limitsOf({cpus:e,memory:n},t,s){const i=s??e*(t==="native"?4:2)
return{slots:Math.max(i,1),memory:n*Zt}}async function performAll(e,n){const{api:t,ids:s,members:i,signal:r}=e
const o=new Map(i.map(({name:e})=>[e,Promise.withResolvers()]))
const a=new Map(i.map(({name:e})=>[e,Promise.withResolvers()]))
const c=i.map((c,d)=>{const{name:u}=c
const l=i.slice(d+1).filter(({needs:e})=>e.includes(u))
const f=perform(e,c,{needs:Promise.all(c.needs.map(e=>o.get(e)?.promise)),isReady:()=>o.get(u)?.resolve(undefined),dependents:Promise.all(l.map(e=>a.get(e.name)?.promise))}).catch(e=>{n.abort(e)
throw e}).finally(()=>{o.get(u)?.resolve(lostNeed(u,e.outcomes.get(u)))
a.get(u)?.resolve()})
const p=s.get(u)
return f.then(()=>p===undefined?[]:(0,An.removeContainers)(t,[p],r).catch(()=>[]))})
const d=await Promise.allSettled(c)
r.throwIfAborted()
const u=d.find(e=>e.status==="rejected")
if(u!==undefined)throw u.reason}function lostNeed(e,n){if(n?.kind==="unknown")return n.why.startsWith("not started")?`${e} was ${n.why}`:`${e}: ${n.why}`
if(n?.lost!==undefined)return`${e} failed, as ${n.lost}`
const{broken:t}=n?.trial??{}
if(t!==undefined)return lossOf(e,{...t.symptoms,log:n?.log?.lines??[]},t.guess)
return n?.needs===undefined?`${e}, which it needs, is not ready`:`${e} is well only without its hardening`}function brokenAt(e,n,t){const s={phase:e,symptoms:n,...t!==undefined&&{guess:t}}
return{kind:"tried",trial:{probes:[],broken:s}}}const Xt=new Set(["ENOSPC","EDQUOT","EROFS"])
function explain(e,n){if(n.aborted){const e=(0,y.Rq)(n)
if(e!==undefined)return e
return n.reason instanceof DOMException&&n.reason.name==="TimeoutError"?"smoke took too long":"interrupted"}if(e instanceof Tn.OW)return`no answer from the engine: ${e.message}`
const{code:t,message:s}=e
return t!==undefined&&Xt.has(t)?`this machine's disk: ${s}`:undefined}function run_stack_lost(e,n){if(!(e instanceof Tn.OW))throw e
return[`all of ${n}`]}const es=4
async function pullAll(e,n){const t=(0,de.A)(es)
const s=new Map
const i=e.members.map(n=>t(async()=>({member:n,pulled:await pull(n,e)})))
for(const{member:e,pulled:t}of await Promise.all(i)){const{name:i}=e
if(t.kind==="here")s.set(i,t)
else if(t.kind==="wrong")n.set(i,brokenAt("pull",{startError:t.why},t.why))
else n.set(i,{kind:"unknown",why:t.why})}return s}const ns=25
function judge(e,n,t){const{name:s,image:i}=e
const r=i.slice(i.indexOf("@")+1)
const o={service:s,platform:n,ref:i,digest:r}
if(t?.kind!=="tried")return{...o,verdict:"unknown",reason:(0,Qn.I)(t?.why??"not tried"),probes:[]}
const{trial:a,exit:c,log:d,needs:u}=t
const{probes:l,architecture:f,emulated:p,startedAt:h,durationMs:m,readyMs:g,note:w}=a
const y={...{...o,probes:l},...f!==undefined&&{architecture:f},...p&&{emulated:p},...h!==undefined&&{startedAt:h},...m!==undefined&&{durationMs:m},...g!==undefined&&{readyMs:g},...c?.stopMs!==undefined&&a.broken===undefined&&{stopMs:c.stopMs},...a.broken===undefined&&stubborn(t)!==undefined&&{killed:true},...d?.file!==undefined&&{logFile:d.file},...u!==undefined&&{needs:u}}
const b=noAnswer(n,t)??(t.lost&&`what it needs is gone: ${t.lost}`)
if(b!==undefined)return{...y,verdict:"unknown",reason:(0,Qn.I)(b)}
const k=failureOf(e,t)
if(k!==undefined)return{...y,verdict:"unhealthy",failure:k}
const v=stubborn(t)
const $=[u&&lacking(u),p?undefined:v&&`${v}; ${ts}`].filter(e=>e!==undefined)
const x=[p&&v&&unseen(t),w].filter(e=>e!==undefined)
return{...{...y,verdict:"healthy"},...$.length>0&&{warnings:$},...x.length>0&&{reason:x.join("; ")}}}const lacking=e=>`needs: ${e.join(", ")}`
const ts="as process 1 it gets no default handler: handle SIGTERM, or start it through an init such as tini"
const unseen=({exit:e})=>`stop not judged under emulation: it was killed ${seconds(e?.stopMs??0)} after SIGTERM, and QEMU can hang there`
function stubborn({exit:e}){return e?.killed===true&&!e.outOfMemory?`ignores SIGTERM: killed after ${seconds(e.stopMs??0)}`:undefined}function noAnswer(e,{trial:n,log:t}){const{broken:s,architecture:i,emulated:r}=n
if(s===undefined)return undefined
const o=[s.symptoms.startError??"",...t?.lines??[]]
if(i!==undefined&&i===(0,jt.VT)(e)&&o.some(e=>/exec format error/i.test(e)))return`the engine's machine cannot run ${e}: no emulation is set up`
if(o.slice(-ns).some(e=>/no space left on device|ENOSPC/i.test(e)))return"no space left on the engine's disk, or on a tmpfs that it writes to"
return r&&emulatorsDoing(s,t?.lines??[])}function failureOf({policy:e},n){const{trial:t,log:s,needs:i}=n
const{broken:r,probes:o,state:a}=t
const c=s?.lines??[]
const d=c.slice(-ns)
if(r!==undefined){const e=r.symptoms.exit
const n=r.symptoms.probe?.error??o.findLast(({ok:e})=>!e)?.error
return{phase:r.phase,guess:(0,Qn.I)(r.guess??guess({...r.symptoms,log:c})),...n!==undefined&&{lastProbe:(0,Qn.I)(n)},...e!==undefined&&{exitCode:e.exitCode,exitMeaning:exitMeaning(e.exitCode,e)},...a&&a.healthLog.length>0&&{healthLog:a.healthLog},...a&&a.ports.length>0&&{ports:a.ports},...a&&{inspect:a.inspect},log:d}}if(i!==undefined&&e?.hardening!=="advisory")return{phase:"ready",guess:`is well only without its hardening; ${lacking(i)}`,log:d}
const u=stubborn(n)
if(u===undefined||t.emulated||e?.stop!=="required")return undefined
return{...{phase:"stop",guess:`${u}; ${ts}`,log:d},...n.exit&&{exitCode:n.exit.exitCode,exitMeaning:exitMeaning(n.exit.exitCode,n.exit)}}}const ss=30*6e4
async function run_smoke_smoke(e){const{plan:n,images:t,api:s,outDir:i,options:r={}}=e
const a=Pn.performance.now()
const c=AbortSignal.timeout(r.deadlineMs??ss)
const d=AbortSignal.any([c,...e.signal?[e.signal]:[]])
await(0,N.mkdir)(i,{recursive:true})
if(t.length>0)await(0,An.removeLeftovers)(s,d).catch(whenNobodyAnswers)
const u=[...new Set(t.map(({platform:e})=>e))]
const l=[]
let f=n.network
const p=[]
const h=[]
for(const n of u){const t=(0,o.join)(i,composeName(n,u))
const s=await onPlatform({...e,options:r,signal:d},n,u.length>1,t)
l.push(...s.rows)
f=s.network??f
if(s.created)p.push(t)
h.push(...s.leftovers)}const[m]=p
return{...{kind:"lucid.smoke",version:1,revision:n.source.revision,network:f},services:t.flatMap(e=>l.filter(n=>n.service===e.service&&n.platform===e.platform)),...m!==undefined&&{composeFile:m},...h.length>0&&{leftovers:h},durationMs:Math.round(Pn.performance.now()-a)}}function composeName(e,n){return e===n[0]?"compose.smoke.yml":`compose.smoke.${e.replaceAll("/","-")}.yml`}function whenNobodyAnswers(e){if(!(e instanceof Tn.OW)&&!(e instanceof DOMException))throw e}async function onPlatform(e,n,t,s){const{plan:i,docker:r,api:a,options:c,outDir:d,progress:u,signal:l}=e
const{members:f,bystanders:p}=lineup(i,e.images,n,e.supporting)
const subject=e=>t?`${e} ${n}`:e
const h=p.map(({image:e,verdict:t,reason:s})=>({...{service:e.service,platform:n,ref:members_pinned(e),digest:e.digest},...{verdict:t,reason:s,probes:[]}}))
if(f.length===0)return{rows:h,created:false,leftovers:[]}
const m=(0,o.join)(d,"logs",t?n.replaceAll("/","-"):"")
await(0,N.mkdir)(m,{recursive:true})
const{mirrored:g=e=>e}=c
const{network:w,outcomes:y,created:b,leftovers:k}=await runStack({...{docker:r,api:a,platform:n,network:i.network,signal:l,composePath:s,logFolder:m},members:f.map(e=>e.role==="external"?{...e,image:g(e.image)}:e),...{maxParallel:c.maxParallel,reach:c.reach,images:c.images??"pull"},tell:(e,n,t)=>u({stage:"smoke",subject:subject(e.name),state:n,text:t}),tellPull:(e,n,t)=>u({stage:"pull",subject:subject(e.name),state:n,...t}),credentials:c.credentials??(async()=>undefined)})
for(const e of f){if(e.role!=="subject")continue
const t=besideStandIns(judge(e,n,y.get(e.name)),standInsFor(f,e))
const s=(0,o.join)(m,`${e.name}.diagnosis.txt`)
const i=t.failure===undefined?t:{...t,failure:{...t.failure,file:s}}
u({stage:"smoke",subject:subject(e.name),...verdictNews(i)})
h.push(i)}return{rows:h,network:w,created:b,leftovers:k}}function besideStandIns(e,n){if(n.length===0)return e
const t=`not built in this run, so it ran beside ${n.join(", ")}`
return{...e,reason:[e.reason,t].filter(e=>e!==undefined).join("; ")}}function verdictNews(e){const{verdict:n,failure:t,reason:s,warnings:i=[]}=e
const r=[...i.map(e=>`warning: ${e}`),...s===undefined?[]:[s]]
if(n==="healthy")return{state:"done",text:["healthy",...r].join("; ")}
if(t===undefined)return{state:"failed",text:s??n}
const o=t.log.length===0?[]:[{text:"last lines of its log",state:"failed",log:t.log}]
const a={text:`diagnosis: ${t.file}`,state:"failed",log:[]}
return{state:"failed",text:t.guess,steps:[...o,a]}}var is=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var rs=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function stage_smoke(e,n){const t=(0,h.cs)(e,n)
await removeDiagnoses(e.out)
const s=await planFor(e,n,t,"to-run")
const i=await smokeBuilt(e,n,t,s,await buildFromRegistry(s,t))
await leaveNotes(i.services.filter(({verdict:e})=>e!=="skipped"),"tried",s,n)
return i}async function smokeBuilt(e,n,t,s,i){const r={stack:[],error:void 0,hasError:false}
try{const o=i.images.flatMap(({service:e,platform:n,contentRef:t,digest:s})=>s===undefined?[]:[{service:e,platform:n,ref:t,digest:s}])
const a=o.filter(({service:e})=>s.selected.includes(e))
const c=e.smoke==="off"?()=>({reason:"smoke is off"}):await proven(e,{plan:s,build:i,selected:a,registry:t})
const d=a.filter(e=>c(e)===undefined)
const u=a.flatMap(e=>skipped(s,e,c(e)))
const l=await publishedNeeds(s,d,o,t)
const f=[...o.filter(e=>!d.includes(e)),...l]
const p=is(r,await openFor(d,e,n),true)
const h=await run_smoke_smoke({...{plan:s,images:d,supporting:f},...{docker:p.docker,api:p.api,progress:n.progress,signal:n.signal,outDir:e.out},options:{reach:p.reach,...e.maxParallel!==undefined&&{maxParallel:e.maxParallel},mirrored:e=>t.mirrored(e),credentials:(0,jn.d8)(n)}})
const order=e=>a.findIndex(({service:n,platform:t})=>n===e.service&&t===e.platform)
const m=h.services.map(e=>({...e,trial:(0,w.Qm)(s,(0,A.z)(s,e.service)).hash}))
const g=[...onRunner(m,n),...u]
const y={...h,services:g.sort((e,n)=>order(e)-order(n))}
const b=await writeSmoke(e.out,y)
await recordProofs(m,s,i,l,n)
return b}catch(e){r.error=e
r.hasError=true}finally{const e=rs(r)
if(e)await e}}async function openFor(e,n,{docker:t,exec:s,env:i,signal:r}){if(e.length===0)return{...{docker:t,api:(0,En.Q)("",i),reach:(0,In.reachHost)("127.0.0.1")},[Symbol.asyncDispose]:async()=>{}}
const o={host:n.dockerHost,context:n.dockerContext}
const a=await(0,On.openEngine)(t,o,{env:i,signal:r,reachHost:In.reachHost})
try{await(0,Mn.requireCompose)({...a,exec:s,env:i,signal:r})
return a}catch(e){await a[Symbol.asyncDispose]()
throw e}}async function recordProofs(e,n,t,s,i){const{source:r}=n
const{revision:o}=r
if((0,m.ty)(r))return
const a=(0,h.cs)({mirror:new Map},{...i,signal:(0,y.Oo)(i.signal)})
const c=await Promise.all(e.map(async({service:e,platform:i,digest:r,verdict:c})=>{if(c!=="healthy"&&c!=="unhealthy")return undefined
const d=(0,A.z)(n,e)
const standIn=e=>s.find(n=>n.service===e&&n.platform===i)?.digest
const u=(0,w.U9)(n,d,e=>(0,Ve.ol)(n,t,e,i)??standIn(e))
const l={service:e,verdict:c,revision:o,...(0,w.Qm)(n,d),...u&&{needs:u}}
return(0,qe.E4)(a,d.image,r,l).then(()=>undefined,e=>e.message.split("\n",1)[0])}))
const d=c.filter(e=>e!==undefined)
if(d.length>0&&!(0,y.mm)(i.signal))i.log(`smoke of ${d.length} could not be recorded in the registry (${d[0]}): hand smoke.json on to publish`)}async function proven({smoke:e},{plan:n,build:t,selected:s,registry:i}){const excuse=({service:e})=>{const t=excused(n,(0,A.z)(n,e))
return t===undefined?undefined:{reason:t}}
if(e==="all"||e==="off")return excuse
const r=new Map
const o=(0,A.E)(e,i,n,t)
const a=s.filter(e=>excuse(e)===undefined)
await Promise.all(a.map(async e=>{const n=await o(e)
if(n.kind==="passed")r.set(`${e.service} ${e.digest}`,n.revision)}))
const c=n.services.filter(({name:e})=>a.some(n=>n.service===e&&!r.has(`${e} ${n.digest}`)))
const d=e==="dependents"?new Set((0,$n.h)(n.services,c,()=>[]).map(({name:e})=>e)):undefined
return e=>{const{service:n,digest:t}=e
const s=d?.has(n)?undefined:r.get(`${n} ${t}`)
if(s===undefined)return excuse(e)
return{reason:`these very bytes passed smoke before, for ${s.slice(0,12)}`,passedBefore:s}}}function skipped(e,n,t){if(t===undefined)return[]
const{service:s,platform:i,ref:r,digest:o}=n
const{hash:a}=(0,w.Qm)(e,(0,A.z)(e,s))
const c={service:s,platform:i,ref:`${(0,g._M)(r)}@${o}`,digest:o,trial:a}
return[{...c,verdict:"skipped",...t,probes:[]}]}async function stage_run(e,n,s){const i=n.now()
await removeDiagnoses(e.out)
const r=(0,h.cs)(e,n)
const o=e.smoke==="off"?"to-build":"to-run"
const{progress:a}=n
const{plan:c,findings:d,skipped:u,selected:l}=await(0,vn.i)(a,"plan",()=>(0,f.planAndLint)(e,n,r,o,"all"))
let p={plan:c}
try{p={...p,lint:await writeLint(e.out,d,l,{skipped:u})}
void Promise.all([t.e(3091),t.e(8695)]).then(t.bind(t,48695))
const i=await(0,vn.i)(a,"build",()=>aheadOf(c,r,s))
const o=publishAhead(e,n,r,c,i.published).catch(()=>undefined)
const f=await(0,vn.i)(a,"build",()=>buildPlan(e,n,r,c,i)).finally(async()=>{const e=await o
if(e!==undefined)p={...p,publish:e}})
p={...p,build:f}
const h=await(0,vn.i)(a,"smoke",()=>smokeBuilt(e,n,r,c,f))
p={...p,smoke:h}
const m=await(0,vn.i)(a,"publish",async()=>publishBuilt(e,n,r,c,f,h,await o))
p={...p,publish:m}}catch(t){await writeReport(e,n,{...p,plan:c}).catch(()=>undefined)
throw t}p={...p,durationMs:Math.round(n.now()-i)}
const m=await(0,vn.i)(a,"report",()=>writeReport(e,n,{...p,plan:c}))
return{...p,report:m}}var os=t(89433)
var as=t(19096)
var cs=t(9952)
const ds=Nn.Ikc({Name:Nn.YjP(),ServerVersion:Nn.YjP(),OSType:Nn.YjP(),Architecture:Nn.YjP()})
const us={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
async function hostInfo(e,n){const t=await(0,Tn.kA)(e,{method:"GET",path:"/info",signal:n})
if(!t.ok)throw new Tn.OW(t.why)
const s=ds.safeParse(t.value).data
if(s===undefined)throw new Tn.OW("what answers is no Docker engine")
const i=us[s.Architecture]??s.Architecture
return{name:s.Name,engine:s.ServerVersion,platform:`${s.OSType}/${i}`}}const ls=Nn.Ikc({Id:Nn.YjP(),RepoDigests:Nn.YOg(Nn.YjP()).nullish(),Created:Nn.YjP().nullish(),Config:Nn.Ikc({Labels:Nn.g1P(Nn.YjP(),Nn.YjP()).nullish()}).nullish()})
const fs=Nn.YOg(Nn.Ikc({RepoDigests:Nn.YOg(Nn.YjP()).nullish()}))
const ps="org.opencontainers.image.revision"
async function lookOnHost(e,n,t){const{service:s,platform:i,ref:r,image:o,facts:a}=n
const c={service:s,platform:i,ref:r}
const d=a&&{published:known(a.indexDigest??a.digest,a.labels[ps],a.created)}
for(const n of a===undefined?[]:[a.indexDigest,a.digest]){const s=n===undefined?undefined:await inspect(e,`${o}@${n}`,t)
if(s!==undefined&&n!==undefined)return{...c,...d,state:"present",here:known(n,labelOf(s),s.Created)}}const u=a&&await findSame(e,n,a.digest,t)
if(u!==undefined)return{...c,...d,state:"present",here:u}
const l=await inspect(e,r,t)
const f=l?.RepoDigests?.map(e=>e.split("@")[1]).find(e=>e!==undefined)
const p=l&&f!==undefined?{here:known(f,labelOf(l),l.Created)}:undefined
const h=a===undefined?"unpublished":p===undefined?"absent":"old"
return{...c,...d,...p,state:h}}async function findSame(e,{image:n,manifestOf:t},s,i){const r=(0,g.hG)((0,g.F2)(n))
const o=encodeURIComponent(JSON.stringify({reference:[r]}))
const a=await(0,Tn.kA)(e,{method:"GET",path:`/images/json?filters=${o}`,signal:i})
const c=a.ok?fs.safeParse(a.value).data??[]:[]
for(const n of new Set(c.flatMap(({RepoDigests:e})=>e??[]))){const[o,a=""]=n.split("@")
if(o!==r||await t(a)!==s)continue
const c=await inspect(e,n,i)
if(c!==undefined)return known(a,labelOf(c),c.Created)}return undefined}const labelOf=({Config:e})=>e?.Labels?.[ps]
function known(e,n,t){return{digest:e,...n!==undefined&&{revision:n},...t&&{created:t}}}async function inspect(e,n,t){const s=await(0,Tn.kA)(e,{method:"GET",path:`/images/${n}/json`,signal:t})
return s.ok?ls.safeParse(s.value).data:undefined}var hs=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var ms=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function verifyHost(e,n){const t={stack:[],error:void 0,hasError:false}
try{const s=n.now()
const i=(0,h.cs)(e,n)
const r=await(0,h.O_)(e,n)
const{signal:a,progress:c}=n;(0,d.F)(e.platform,r.services)
const f=await(0,h.oD)(e,r.root,n)
const p=(0,l.Z)(r,{services:e.service,phases:e.phase})
const g={host:e.dockerHost,context:e.dockerContext}
const w=hs(t,await(0,On.openEngine)(n.docker,g,{env:n.env,signal:a,reachHost:In.reachHost}),true)
await(0,Mn.requireCompose)({...n,...w})
const y=await hostInfo(w.api,a)
const b=(0,d.i)(e.platform)
const k=b.length>0?b:[y.platform]
const floating=e=>(0,H.T)(e,(0,m.MC)(f),r).floating[0]
const look=async(e,n)=>{const t=floating(e)
if(t===undefined||!e.platforms.includes(n))return undefined
const s=`${e.image}:${t}`
const r=await i.imageFacts(s,n)
const{name:o,image:c}=e
const manifestOf=async e=>(await i.imageFacts(`${c}@${e}`,n).catch(()=>undefined))?.digest
return lookOnHost(w.api,{service:o,platform:n,ref:s,image:c,facts:r,manifestOf:manifestOf},a)}
const v=(await Promise.all(r.services.flatMap(e=>k.map(n=>look(e,n))))).filter(e=>e!==undefined)
const $=new Set(p.map(({name:e})=>e))
const x=v.filter(({service:e})=>$.has(e))
const runnable=e=>e.flatMap(({service:e,platform:n,ref:t,here:s})=>s===undefined?[]:[{service:e,platform:n,ref:t,digest:s.digest}])
const S=await kindsOf(r,(0,_.O)(r.root,n),i)
const O={...S,...{kind:"lucid.plan",version:1,root:r.root,source:f,project:r.project},...{network:r.network,phases:r.phases,services:r.services,planned:r.planned},...{externals:r.externals,selected:[...$],tags:{},waves:[],matrix:{include:[]}}}
const E=o.join(e.out,"host")
await removeDiagnoses(E)
const M=await run_smoke_smoke({...{plan:O,docker:w.docker,api:w.api,progress:c,signal:a,outDir:E},images:runnable(x),supporting:runnable(v.filter(({service:e})=>!$.has(e))),options:{...{images:"present",reach:w.reach,mirrored:e=>i.mirrored(e)},...e.maxParallel!==undefined&&{maxParallel:e.maxParallel}}})
const j={...{kind:"lucid.verify-host",version:1,host:y,images:x},smoke:await writeSmoke(E,M),durationMs:Math.round(n.now()-s)}
await(0,u.ft)(e.out,j)
return j}catch(e){t.error=e
t.hasError=true}finally{const e=ms(t)
if(e)await e}}async function kindsOf(e,n,t){const s=e.services.some(n=>(0,ze.I)({...e,images:[]},n)==="base")
if(!s)return{images:[]}
const{files:i}=await(0,h.rB)(e.root,n)
const r=(0,os.h)(t)
const o=(0,xe.c)(e,i,(e,n)=>r(e,n).catch(()=>undefined))
const a=await o.readAll(e.services,[],"to-build")
const c=a.flatMap(e=>{if(e.trace===undefined)return[]
const n=(0,as.Mq)(e.service,e.platform,"",{kind:"build",reasons:[]})
const t=e.command??(e.trace.final.base.kind==="named"?"inherited":undefined)
return[{...n,...t&&{command:t}}]})
return{images:c,parents:(0,cs.P)(a)}}}),9792:((e,n,t)=>{t.d(n,{W:()=>fingerprints})
var s=t(77598)
function fingerprint({code:e,message:n,at:t},i){const r=t?.line===undefined?undefined:lineOf(i(t.file),t.line)
const o=r===undefined||r===""?["message",n]:["line",r]
return(0,s.createHash)("sha256").update(JSON.stringify([e,t?.file??"",...o])).digest("hex").slice(0,32)}function lineOf(e,n){return e?.split(/\r\n|\r|\n/)[n-1]?.trim().replace(/\s+/g," ")}function fingerprints(e,n){const t=new Map
return e.map(e=>{const s=fingerprint(e,n)
const i=(t.get(s)??0)+1
t.set(s,i)
return{finding:e,fingerprint:s,occurrence:i}})}}),6166:((e,n,t)=>{t.d(n,{Ax:()=>refuseFull,OW:()=>EngineGone,Pq:()=>json,T1:()=>call,fM:()=>lastLine,kA:()=>ask})
class EngineGone extends Error{name="EngineGone"}const s=/no space left on device/i
const i=new RegExp(`cannot connect to the docker daemon|error during connect|is the docker daemon running|docker daemon is not running|${s.source}`,"i")
async function call(e,n,t={}){const s={COMPOSE_DISABLE_ENV_FILE:"1",...t.env}
const r=await e(n,{...t,env:s}).catch(e=>{throw new EngineGone(e instanceof Error?e.message:String(e),{cause:e})})
t.signal?.throwIfAborted()
if(r.exitCode!==0&&i.test(r.stderr))throw new EngineGone(lastLine(r.stderr))
return r}async function ask(e,n){const t=await e(n).catch(e=>{n.signal?.throwIfAborted()
const t=e instanceof Error?e.message:String(e)
throw new EngineGone(`the Docker daemon does not answer: ${t}`,{cause:e})})
const{status:s,text:i}=t
if(s<400)return{ok:true,value:json(i)}
const{message:r}=json(i)??{}
const o=typeof r==="string"?lastLine(r):`the engine answered ${s}`
refuseFull(o)
return{ok:false,status:s,why:o}}function refuseFull(e){if(s.test(e))throw new EngineGone(e)}function lastLine(e){return e.trimEnd().split("\n").at(-1)?.trim()??""}function json(e){try{return JSON.parse(e)}catch{return undefined}}}),76734:((e,n,t)=>{t.d(n,{Ty:()=>engineInfo,Xu:()=>inspectContainers,aH:()=>inspectContainer,mm:()=>inspectImage,ts:()=>listContainers})
var s=t(12311)
var i=t(62705)
var r=t(6166)
const o=s.Ikc({SystemTime:s.YjP(),NCPU:s.aig(),Architecture:s.YjP(),MemTotal:s.aig()})
async function engineInfo(e,n){const t=await(0,r.kA)(e,{method:"GET",path:"/info",signal:n})
if(!t.ok)throw new r.OW(t.why)
const s=o.safeParse(t.value).data
if(s===undefined)throw new r.OW("what answers is no Docker engine")
const{NCPU:i,MemTotal:a,Architecture:c,SystemTime:d}=s
return{cpus:i,memory:a,machine:c,time:d}}const a=s.Ikc({Test:s.YOg(s.YjP()).nullish(),Interval:s.aig().nullish(),Timeout:s.aig().nullish(),Retries:s.aig().nullish()})
const c=s.Ikc({Architecture:s.YjP(),Os:s.YjP(),Config:s.Ikc({Healthcheck:a.nullish(),Shell:s.YOg(s.YjP()).nullish()}).nullish()})
async function inspectImage(e,n,t){const s=await(0,r.kA)(e,{method:"GET",path:`/images/${n}/json`,signal:t})
const i=s.ok?c.safeParse(s.value).data:undefined
if(i===undefined)return undefined
const{Test:o,Timeout:a,Retries:d}=i.Config?.Healthcheck??{}
const u=o?.[0]==="CMD"?o.slice(1):o?.[0]==="CMD-SHELL"?[...i.Config?.Shell??["/bin/sh","-c"],o.slice(1).join(" ")]:[]
return{platform:`${i.Os}/${i.Architecture}`,...u.length>0&&{healthcheck:{argv:u,timeoutMs:(a||3e10)/1e6,retries:d||3}}}}const d=s.Ikc({Id:s.YjP(),Path:s.YjP(),Args:s.YOg(s.YjP()).nullish(),RestartCount:s.aig(),State:s.Ikc({Status:s.YjP(),Running:s.zMY(),OOMKilled:s.zMY(),Pid:s.aig(),ExitCode:s.aig(),Error:s.YjP(),StartedAt:s.YjP(),FinishedAt:s.YjP(),Health:s.Ikc({Status:s.YjP(),Log:s.YOg(s.Ikc({ExitCode:s.aig(),Output:s.YjP()})).nullish()}).nullish()}),Config:s.Ikc({Env:s.YOg(s.YjP()).nullish(),WorkingDir:s.YjP().nullish(),User:s.YjP().nullish(),Labels:s.g1P(s.YjP(),s.YjP()).nullish()}),NetworkSettings:s.Ikc({Ports:s.g1P(s.YjP(),s.YOg(s.Ikc({HostIp:s.YjP(),HostPort:s.YjP()})).nullable()).nullish(),Networks:s.g1P(s.YjP(),s.Ikc({DNSNames:s.YOg(s.YjP()).nullish()})).nullish()})})
const u="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
async function inspectContainers(e,n,t){const s=await listContainers(e,n,t)
const i=await Promise.all(s.map(n=>inspectContainer(e,n,t)))
return i.filter(e=>e!==undefined)}async function inspectContainer(e,n,t){const s=await(0,r.kA)(e,{method:"GET",path:`/containers/${n}/json`,signal:t})
return s.ok?container(d.parse(s.value)):undefined}const l=s.YOg(s.Ikc({Id:s.YjP()}))
async function listContainers(e,n,t){const s={all:"1",filters:JSON.stringify({label:[`com.lucid.run=${n}`]})}
const i=await(0,r.kA)(e,{method:"GET",path:"/containers/json",query:s,signal:t})
if(!i.ok)throw new r.OW(i.why)
return l.parse(i.value).map(({Id:e})=>e)}function container({Id:e,Path:n,Args:t,RestartCount:s,State:r,Config:o,NetworkSettings:a}){const c=Object.entries(a.Ports??{}).flatMap(([e,n])=>{const[t,s]=e.split("/")
const i=n?.[0]?.HostPort
return s==="tcp"&&i!==undefined?[[Number(t),Number(i)]]:[]})
const d=Object.values(a.Networks??{}).flatMap(({DNSNames:e})=>e??[])
return{...d.length>0&&{names:d},healthLog:(r.Health?.Log??[]).map(({ExitCode:e,Output:n})=>({exitCode:e,output:(0,i.I)(n.trim().slice(-500))})),excerpt:{Command:(0,i.I)([n,...t??[]].join(" "),200),WorkingDir:o.WorkingDir||"/",User:o.User||"root",Status:r.Status,ExitCode:r.ExitCode,OOMKilled:r.OOMKilled,...r.Error!==""&&{Error:(0,i.I)(r.Error)},...r.Health&&{Health:r.Health.Status},RestartCount:s,StartedAt:r.StartedAt,FinishedAt:r.FinishedAt},id:e,service:o.Labels?.["com.docker.compose.service"]??"",project:o.Labels?.["com.docker.compose.project"]??"",path:n,searchPath:o.Env?.find(e=>e.startsWith("PATH="))?.slice(5)??u,workingDir:o.WorkingDir||"/",running:r.Running,restarts:s,startedAt:r.StartedAt,pid:r.Pid,exitCode:r.ExitCode,outOfMemory:r.OOMKilled,...r.Error!==""&&{error:r.Error},...r.Health&&{health:r.Health.Status},ports:new Map(c)}}}),5119:((e,n,t)=>{t.r(n)
t.d(n,{isDead:()=>isDead,labelsOf:()=>labelsOf,ownerOf:()=>ownerOf,removeContainers:()=>removeContainers,removeLeftovers:()=>removeLeftovers,removeRun:()=>removeRun,runsOnEngine:()=>runsOnEngine})
var s=t(73024)
var i=t(48161)
var r=t(643)
var o=t(58500)
var a=t(12311)
var c=t(62705)
var d=t(6166)
var u=t(76734)
const l={run:"com.lucid.run",host:"com.lucid.host",pid:"com.lucid.pid"}
function labelsOf({run:e,host:n,pid:t}){return{[l.run]:e,[l.host]:n,[l.pid]:t}}function ownerOf(e){return{run:e,host:thisHost(),pid:`${process.pid}:${startOf(process.pid)??""}`}}function thisHost(){try{return`${(0,i.hostname)()}/${(0,s.readlinkSync)("/proc/self/ns/pid").replace(/\D/g,"")}`}catch{return(0,i.hostname)()}}function startOf(e){try{const n=(0,s.readFileSync)(`/proc/${e}/stat`,"utf8")
return n.slice(n.lastIndexOf(")")+2).split(" ")[19]}catch{return undefined}}function isDead({host:e,pid:n}){if(e!==thisHost())return false
const[t,s]=n.split(":")
const i=Number(t)
if(!Number.isInteger(i)||i<=0)return false
try{process.kill(i,0)}catch(e){return e.code==="ESRCH"}const r=startOf(i)
return s!==undefined&&s!==""&&r!==undefined&&r!==s}const f=a.YOg(a.Ikc({Id:a.YjP(),Labels:a.g1P(a.YjP(),a.YjP()).nullish()}))
async function withLabel(e,n,t,s){const i={all:"1",filters:JSON.stringify({label:[t]})}
const r=await(0,d.kA)(e,{method:"GET",path:n,query:i,signal:s})
if(!r.ok)throw new d.OW(r.why)
return f.parse(r.value)}async function runsOnEngine(e,n){const t=await Promise.all(["/containers/json","/networks"].map(t=>withLabel(e,t,l.run,n)))
const s=new Map
for(const{Labels:e}of t.flat()){const{[l.run]:n,[l.host]:t,[l.pid]:i}=e??{}
if(n&&t&&i)s.set(n,{run:n,host:t,pid:i})}return[...s.values()]}const p=2e4
function removeContainers(e,n,t){return removeAll(e,n.map(e=>`/containers/${e}`),{force:"1",v:"1"},t)}async function removeAll(e,n,t,s){const i=await Promise.all(n.map(n=>(0,d.kA)(e,{method:"DELETE",path:n,query:t,signal:s})))
return i.flatMap(e=>e.ok||e.status===404?[]:[e.why])}async function removeRun(e,n){const t=r.performance.now()
for(let s=250;;s*=2){const i=await removeContainers(e,await(0,u.ts)(e,n))
const a=await withLabel(e,"/networks",`${l.run}=${n}`)
const d=a.map(({Id:e})=>`/networks/${e}`)
const f=await removeAll(e,d,{})
if(i.length===0&&f.length===0)return[]
if(r.performance.now()-t+s>p)return[...i.slice(-1).map(e=>`containers of ${n}: ${(0,c.I)(e)}`),...f.slice(-1).map(e=>`networks of ${n}: ${(0,c.I)(e)}`)]
await(0,o.setTimeout)(s)}}async function removeLeftovers(e,n){const t=(await runsOnEngine(e,n)).filter(isDead)
for(const{run:n}of t)await removeRun(e,n)
return t.map(({run:e})=>e)}}),29241:((e,n,t)=>{t.r(n)
t.d(n,{reachHost:()=>reachHost})
var s=t(77030)
function reachHost(e){const n=e==="127.0.0.1"
return{open:(n,t)=>opened(e,n,t),host:e,address:n?e:"0.0.0.0",near:n}}function opened(e,n,t){return new Promise((i,r)=>{t.throwIfAborted()
const o=(0,s.connect)({host:e,port:n,noDelay:true})
const abort=()=>o.destroy(t.reason instanceof Error?t.reason:new Error("interrupted"))
t.addEventListener("abort",abort,{once:true})
const settle=()=>{t.removeEventListener("abort",abort)
o.off("error",r)}
o.once("error",r)
o.once("close",settle)
o.once("connect",()=>{settle()
i(o)})})}}),62705:((e,n,t)=>{t.d(n,{I:()=>harmless,v:()=>harmlessLines})
var s=t(68261)
const i=/[\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff]/g
function harmless(e,n=500){const t=(0,s.wh)(e).replace(/[\t\n]/g,e=>e==="\t"?" ":"").replace(i,"").replace(/^(\s*):(?=:)/,"$1: ").replaceAll("##[","## [")
return t.length>n?`${t.slice(0,n)} ... (${t.length-n} more)`:t}function harmlessLines(e,n=500){return e.split(/\r\n|\n|\r/).map(e=>harmless(e,n)).filter(e=>e.trim()!=="")}}),17904:((e,n,t)=>{t.d(n,{VT:()=>machineOf,mJ:()=>hasWindowsEnds,oQ:()=>programOf})
const s={3:"i686",21:"ppc64le",22:"s390x",40:"armv7l",62:"x86_64",183:"aarch64",243:"riscv64",258:"loongarch64"}
const i={386:"i686",amd64:"x86_64",arm:"armv7l",arm64:"aarch64",loong64:"loongarch64",ppc64le:"ppc64le",riscv64:"riscv64",s390x:"s390x"}
function machineOf(e){return i[e.split("/")[1]??""]}const hasWindowsEnds=e=>e.kind==="script"&&e.interpreter.at(-1)?.endsWith("\r")===true
function programOf(e){const n=Buffer.from(e.buffer,e.byteOffset,e.byteLength)
if(n.length>=20&&n.readUInt32BE(0)===2135247942){const e=n[5]===2?n.readUInt16BE(18):n.readUInt16LE(18)
const t=loaderOf(n)
return{kind:"elf",machine:s[e]??`machine ${e}`,...t!==undefined&&{loader:t}}}if(n.subarray(0,2).toString("latin1")==="#!"){const e=n.subarray(2,256).toString("utf8").split("\n",1)[0]??""
return{kind:"script",interpreter:e.replace(/^[ \t]+|[ \t]+$/g,"").split(/[ \t]+/)}}return{kind:"other"}}function loaderOf(e){if(e.length<64||e[4]!==2||e[5]!==1)return undefined
const n=Number(e.readBigUInt64LE(32))
const t=e.readUInt16LE(54)
const s=e.readUInt16LE(56)
for(let i=0;i<s&&t>=56;i++){const s=n+i*t
if(s+56>e.length)return undefined
if(e.readUInt32LE(s)!==3)continue
const r=Number(e.readBigUInt64LE(s+8))
const o=Number(e.readBigUInt64LE(s+32))
if(o<2||o>256||r+o>e.length)return undefined
return e.toString("utf8",r,r+o).replace(/\0.*$/s,"")}return undefined}}),15361:((e,n,t)=>{t.d(n,{i:()=>during})
async function during(e,n,t){e({stage:n,state:"started"})
try{return await t()}finally{e({stage:n,state:"done"})}}}),89348:((e,n,t)=>{t.d(n,{r:()=>s})
const s="0.1.0"})}
