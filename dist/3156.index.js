export const id=3156
export const ids=[3156,1405,4058,3662]
export const modules={30156:((e,t,n)=>{n.d(t,{Q:()=>apiAt})
var s=n(31421)
var r=n(37067)
var i=n(57075)
const o="v1.45"
function apiAt(e,t){const n=/^unix:\/\/(\/.*)$/.exec(e)?.[1]??pipeOf(e)
if(n===undefined)return e=>asked(e,{createConnection:()=>dialed(t)})
const s=new r.Agent({keepAlive:true})
return async e=>{try{return await asked(e,{socketPath:n,agent:s})}catch(t){if(t.stale)return asked(e,{socketPath:n})
throw t}}}function pipeOf(e){return/^npipe:(\/\/.*)$/.exec(e)?.[1]?.replace(/^\/\/(?=\/\/)/,"").replaceAll("/","\\")}function dialed(e){const t=(0,s.spawn)("docker",["system","dial-stdio"],{env:{...e},stdio:["pipe","pipe","pipe"]})
let n=""
t.stderr.on("data",e=>{n=(n+e.toString()).slice(-2e3)})
const r=new i.Duplex({read:()=>void t.stdout.resume(),write:(e,n,s)=>void t.stdin.write(e,()=>s())})
t.stdin.on("error",()=>{})
t.stdout.on("data",e=>{if(!r.push(e))t.stdout.pause()})
t.on("error",e=>r.destroy(new Error(`cannot run docker: ${e.message}`,{cause:e})))
t.on("close",e=>{if(e===0)r.push(null)
else r.destroy(new Error(n.trim()||`docker system dial-stdio ended with ${e}`))})
r.on("close",()=>t.kill())
return r}const a=new Set(["ECONNRESET","EPIPE"])
function asked({method:e,path:t,query:n,body:s,signal:i,onData:c},d){return new Promise((u,f)=>{i?.throwIfAborted()
const l=s===undefined?undefined:JSON.stringify(s)
const p=n===undefined?"":`?${new URLSearchParams(n)}`
const m=(0,r.request)({...{...d,method:e,path:`/${o}${t}${p}`},headers:{host:"docker",...l!==undefined&&{"content-type":"application/json","content-length":Buffer.byteLength(l)},...e==="POST"&&l===undefined&&{"content-length":0}}})
const abort=()=>m.destroy()
i?.addEventListener("abort",abort,{once:true})
const fail=e=>{i?.removeEventListener("abort",abort)
if(i?.aborted)f(i.reason)
else f(m.reusedSocket&&a.has(e.code??"")?Object.assign(e,{stale:true}):e)}
m.on("error",fail)
m.on("response",e=>{const{statusCode:t=0,headers:n}=e
const s=[]
const done=()=>{i?.removeEventListener("abort",abort)
u({status:t,headers:n,text:Buffer.concat(s).toString()})}
const enough=()=>{done()
m.destroy()}
const r=t>=200&&t<300
e.on("data",e=>c&&r?c(e,enough):s.push(e))
e.on("error",fail)
e.on("end",done)})
m.end(l)})}}),51405:((e,t,n)=>{n.r(t)
n.d(t,{openEngine:()=>openEngine})
var s=n(56008)
var r=n(30156)
var i=n(31421)
var o=n(78474)
var a=n(51455)
var c=n(48161)
var d=n(76760)
var u=n(57075)
var f=n(58500)
function readDestination(e){if(!URL.canParse(e))return undefined
const{protocol:t,username:n,password:s,hostname:r,port:i,pathname:o,search:a,hash:c}=new URL(e)
const plain=e=>/^[A-Za-z0-9_.:[\]%-]+$/.test(e)&&!e.startsWith("-")
if(t!=="ssh:"||s!==""||a!==""||c!=="")return undefined
if(!plain(r)||n!==""&&!plain(n))return undefined
const d=r.replace(/^\[|\]$/g,"")
return{name:n===""?d:`${n}@${d}`,args:[...i===""?[]:["-p",i],...n===""?[]:["-l",n],"--",d],socket:o===""||o==="/"?"/var/run/docker.sock":o}}const l=3e4
async function openSsh(e,t){const n=readDestination(e)
if(n===undefined)throw new s.yo({code:"options/value",message:`docker-host ${JSON.stringify(e)} is no address for ssh`,fix:"write it as in ssh://pi@raspberrypi or ssh://pi@192.168.0.75:22"})
const r=await(0,a.mkdtemp)(d.join((0,c.tmpdir)(),"lssh-"))
const u=d.join(r,"c")
const f=d.join(r,"d")
const l=["BatchMode=yes","ServerAliveInterval=15","ServerAliveCountMax=4","ControlPersist=no","ConnectTimeout=20"]
const p=(0,i.spawn)("ssh",["-M","-N","-T","-S",u,...l.flatMap(e=>["-o",e]),"-L",`${f}:${n.socket}`,...n.args],{stdio:["ignore","ignore","pipe"]})
const close=async()=>{if(p.exitCode===null&&p.signalCode===null&&p.pid!==undefined){p.kill("SIGTERM")
await(0,o.once)(p,"close")}await(0,a.rm)(r,{recursive:true,force:true})}
try{await letIn(p,n.name,[u,f],t)}catch(e){await close()
throw e}return{dockerHost:`unix://${f}`,reach:{open:async(e,t)=>through(["-S",u,"-W",`127.0.0.1:${e}`,...n.args],t),...{host:n.name,address:"127.0.0.1",near:false}},[Symbol.asyncDispose]:close}}async function letIn(e,t,n,r){let i=""
let o
e.stderr?.on("data",e=>{i=(i+e.toString()).slice(-2e3)})
e.on("error",e=>{o=e.message})
e.on("close",e=>{o??=`ssh ended with ${e}`})
const c=performance.now()
for(;;){r.throwIfAborted()
if(o!==undefined||performance.now()-c>l)throw new s.yo({code:"engine/ssh",message:`ssh does not get into ${t}`,why:i.trim().split("\n").at(-1)||o||`no answer within ${l/1e3} s`,fix:"see that `ssh` gets in there without a question: a key in the agent, and the machine in known_hosts"})
const e=await Promise.all(n.map(e=>(0,a.access)(e).then(()=>true,()=>false)))
if(e.every(Boolean))return
await(0,f.setTimeout)(50)}}function through(e,t){const n=(0,i.spawn)("ssh",e,{stdio:["pipe","pipe","ignore"],signal:t})
const s=u.Duplex.from({readable:n.stdout,writable:n.stdin})
n.on("error",e=>s.destroy(e))
s.on("close",()=>n.kill())
return s}async function openEngine(e,t,n){const{env:i,signal:o,reachHost:a}=n
if(t.host!==undefined&&t.context!==undefined)throw new s.yo({code:"options/value",message:"docker-host and docker-context both say which engine",fix:"keep one of them"})
const c=t.host!==undefined?{DOCKER_HOST:t.host,DOCKER_CONTEXT:""}:t.context!==undefined?{DOCKER_HOST:"",DOCKER_CONTEXT:t.context}:{}
const there=(t,n)=>e(t,{...n,env:{...c,...n?.env}})
const d=t.host??await addressOf(there,t.context,i,o)
const u=/^(\w+):/.exec(d)?.[1]
if(u==="ssh"){const t=await openSsh(d,o)
const n={DOCKER_HOST:t.dockerHost,DOCKER_CONTEXT:""}
return{docker:(t,s)=>e(t,{...s,env:{...n,...s?.env}}),api:(0,r.Q)(t.dockerHost,{...i,...n}),reach:t.reach,[Symbol.asyncDispose]:()=>t[Symbol.asyncDispose]()}}const f=u==="tcp"||u==="https"||u==="http"?hostOf(d):undefined
return{...{docker:there,api:(0,r.Q)(d,{...i,...c}),reach:a(f??"127.0.0.1")},[Symbol.asyncDispose]:async()=>{}}}async function addressOf(e,t,n,r){if(t===undefined&&n.DOCKER_HOST)return n.DOCKER_HOST
const i=["context","inspect","--format","{{.Endpoints.docker.Host}}"]
const o=await e(t===undefined?i:[...i,"--",t],{signal:r}).catch(()=>undefined)
if(o?.exitCode===0)return o.stdout.trim()
if(t===undefined)return""
throw new s.yo({code:"options/value",message:`there is no Docker context ${JSON.stringify(t)}`,fix:"see `docker context ls`, or make it: docker context create pi --docker host=ssh://pi@raspberrypi"})}const p=/^(?:localhost|127\..*|\[?::1\]?)$/
function hostOf(e){const t=e.replace(/^tcp:/,"http:")
if(!URL.canParse(t))return undefined
const{hostname:n}=new URL(t)
return p.test(n)?undefined:n.replace(/^\[|\]$/g,"")}}),11011:((e,t,n)=>{n.d(t,{r:()=>s})
const s="0.1.0"}),989:((e,t,n)=>{n.d(t,{W:()=>fingerprints})
var s=n(77598)
function fingerprint({code:e,message:t,at:n},r){const i=n?.line===undefined?undefined:lineOf(r(n.file),n.line)
const o=i===undefined||i===""?["message",t]:["line",i]
return(0,s.createHash)("sha256").update(JSON.stringify([e,n?.file??"",...o])).digest("hex").slice(0,32)}function lineOf(e,t){return e?.split(/\r\n|\r|\n/)[t-1]?.trim().replace(/\s+/g," ")}function fingerprints(e,t){const n=new Map
return e.map(e=>{const s=fingerprint(e,t)
const r=(n.get(s)??0)+1
n.set(s,r)
return{finding:e,fingerprint:s,occurrence:r}})}}),24959:((e,t,n)=>{n.d(t,{V:()=>machineOf,o:()=>programOf})
const s={3:"i686",21:"ppc64le",22:"s390x",40:"armv7l",62:"x86_64",183:"aarch64",243:"riscv64",258:"loongarch64"}
const r={386:"i686",amd64:"x86_64",arm:"armv7l",arm64:"aarch64",loong64:"loongarch64",ppc64le:"ppc64le",riscv64:"riscv64",s390x:"s390x"}
function machineOf(e){return r[e.split("/")[1]??""]}function programOf(e){const t=Buffer.from(e.buffer,e.byteOffset,e.byteLength)
if(t.length>=20&&t.readUInt32BE(0)===2135247942){const e=t[5]===2?t.readUInt16BE(18):t.readUInt16LE(18)
const n=loaderOf(t)
return{kind:"elf",machine:s[e]??`machine ${e}`,...n!==undefined&&{loader:n}}}if(t.subarray(0,2).toString("latin1")==="#!"){const e=t.subarray(2,256).toString("utf8").split("\n",1)[0]??""
return{kind:"script",interpreter:e.trim().split(/\s+/)}}return{kind:"other"}}function loaderOf(e){if(e.length<64||e[4]!==2||e[5]!==1)return undefined
const t=Number(e.readBigUInt64LE(32))
const n=e.readUInt16LE(54)
const s=e.readUInt16LE(56)
for(let r=0;r<s&&n>=56;r++){const s=t+r*n
if(s+56>e.length)return undefined
if(e.readUInt32LE(s)!==3)continue
const i=Number(e.readBigUInt64LE(s+8))
const o=Number(e.readBigUInt64LE(s+32))
if(o<2||o>256||i+o>e.length)return undefined
return e.toString("utf8",i,i+o).replace(/\0.*$/s,"")}return undefined}}),15654:((e,t,n)=>{n.d(t,{Gf:()=>r,Yq:()=>withRun,gM:()=>before,mC:()=>findingLine,uZ:()=>pastRun})
var s=n(96464)
const r={kind:"lucid.history",version:1,runs:[]}
const i=90
const o=2e6
const a=500
const c=300
function pastRun(e,t,n,r){const{plan:i,lint:o,url:c,durationMs:d}=e
return{...{id:n,at:r,revision:i.source.revision,headline:(0,s.Pl)(e,t)},...c!==undefined&&{url:c},...d!==undefined&&{durationMs:Math.round(d)},services:Object.fromEntries(t.map(e=>[e.service,pastService(e)])),...o!==undefined&&{findings:o.findings.slice(0,a).map(findingLine)}}}function pastService({outcome:e,digest:t,size:n,buildMs:s,readyMs:r,latencyMs:i,health:o,problem:a}){const d={digest:t,size:n,buildMs:s,readyMs:r,latencyMs:i,health:o,problem:a?.slice(0,c)}
return{outcome:e,...Object.fromEntries(Object.entries(d).filter(([,e])=>e!==undefined))}}function findingLine({code:e,message:t,at:n}){return`${n===undefined?"":`${n.file}: `}${t} (${e})`.slice(0,c)}function before({runs:e},t){const n=e.findIndex(e=>e.id===t)
return n===-1?e:e.slice(0,n)}function withRun(e,t){const n=e.runs.find(({id:e})=>e===t.id)
if(n!==undefined&&Object.keys(n.services).length>Object.keys(t.services).length)return e
const s=n===undefined?[...e.runs,t]:e.runs.map(e=>e===n?{...t,at:e.at}:e)
let r=s.slice(-i)
const a=r.map(e=>Buffer.byteLength(JSON.stringify(e)))
let c=a.reduce((e,t)=>e+t,0)
let d=0
while(c>o&&d<r.length-1)c-=a[d++]??0
r=r.slice(d)
return{...e,runs:r}}}),96824:((e,t,n)=>{n.d(t,{OW:()=>EngineGone,Pq:()=>json,T1:()=>call,fM:()=>lastLine,kA:()=>ask})
class EngineGone extends Error{name="EngineGone"}const s=/no space left on device/i
const r=new RegExp(`cannot connect to the docker daemon|error during connect|is the docker daemon running|docker daemon is not running|${s.source}`,"i")
async function call(e,t,n={}){const s={COMPOSE_DISABLE_ENV_FILE:"1",...n.env}
const i=await e(t,{...n,env:s}).catch(e=>{throw new EngineGone(e instanceof Error?e.message:String(e),{cause:e})})
n.signal?.throwIfAborted()
if(i.exitCode!==0&&r.test(i.stderr))throw new EngineGone(lastLine(i.stderr))
return i}async function ask(e,t){const n=await e(t).catch(e=>{t.signal?.throwIfAborted()
const n=e instanceof Error?e.message:String(e)
throw new EngineGone(`the Docker daemon does not answer: ${n}`,{cause:e})})
const{status:r,text:i}=n
if(r<400)return{ok:true,value:json(i)}
const{message:o}=json(i)??{}
const a=typeof o==="string"?lastLine(o):`the engine answered ${r}`
if(s.test(a))throw new EngineGone(a)
return{ok:false,status:r,why:a}}function lastLine(e){return e.trimEnd().split("\n").at(-1)?.trim()??""}function json(e){try{return JSON.parse(e)}catch{return undefined}}}),87155:((e,t,n)=>{n.d(t,{Ty:()=>engineInfo,Xu:()=>inspectContainers,aH:()=>inspectContainer,mm:()=>inspectImage,ts:()=>listContainers})
var s=n(12311)
var r=n(96824)
var i=n(56110)
const o=s.Ikc({SystemTime:s.YjP(),NCPU:s.aig(),Architecture:s.YjP(),MemTotal:s.aig()})
async function engineInfo(e,t){const n=await(0,r.kA)(e,{method:"GET",path:"/info",signal:t})
if(!n.ok)throw new r.OW(n.why)
const s=o.safeParse(n.value).data
if(s===undefined)throw new r.OW("what answers is no Docker engine")
const{NCPU:i,MemTotal:a,Architecture:c,SystemTime:d}=s
return{cpus:i,memory:a,machine:c,time:d}}const a=s.Ikc({Test:s.YOg(s.YjP()).nullish(),Interval:s.aig().nullish(),Timeout:s.aig().nullish(),Retries:s.aig().nullish()})
const c=s.Ikc({Architecture:s.YjP(),Os:s.YjP(),Config:s.Ikc({Healthcheck:a.nullish(),Shell:s.YOg(s.YjP()).nullish()}).nullish()})
async function inspectImage(e,t,n){const s=await(0,r.kA)(e,{method:"GET",path:`/images/${t}/json`,signal:n})
const i=s.ok?c.safeParse(s.value).data:undefined
if(i===undefined)return undefined
const{Test:o,Timeout:a,Retries:d}=i.Config?.Healthcheck??{}
const u=o?.[0]==="CMD"?o.slice(1):o?.[0]==="CMD-SHELL"?[...i.Config?.Shell??["/bin/sh","-c"],o.slice(1).join(" ")]:[]
return{platform:`${i.Os}/${i.Architecture}`,...u.length>0&&{healthcheck:{argv:u,timeoutMs:(a||3e10)/1e6,retries:d||3}}}}const d=s.Ikc({Id:s.YjP(),Path:s.YjP(),Args:s.YOg(s.YjP()).nullish(),RestartCount:s.aig(),State:s.Ikc({Status:s.YjP(),Running:s.zMY(),OOMKilled:s.zMY(),Pid:s.aig(),ExitCode:s.aig(),Error:s.YjP(),StartedAt:s.YjP(),FinishedAt:s.YjP(),Health:s.Ikc({Status:s.YjP(),Log:s.YOg(s.Ikc({ExitCode:s.aig(),Output:s.YjP()})).nullish()}).nullish()}),Config:s.Ikc({Env:s.YOg(s.YjP()).nullish(),WorkingDir:s.YjP().nullish(),User:s.YjP().nullish(),Labels:s.g1P(s.YjP(),s.YjP()).nullish()}),NetworkSettings:s.Ikc({Ports:s.g1P(s.YjP(),s.YOg(s.Ikc({HostIp:s.YjP(),HostPort:s.YjP()})).nullable()).nullish(),Networks:s.g1P(s.YjP(),s.Ikc({DNSNames:s.YOg(s.YjP()).nullish()})).nullish()})})
const u="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
async function inspectContainers(e,t,n){const s=await listContainers(e,t,n)
const r=await Promise.all(s.map(t=>inspectContainer(e,t,n)))
return r.filter(e=>e!==undefined)}async function inspectContainer(e,t,n){const s=await(0,r.kA)(e,{method:"GET",path:`/containers/${t}/json`,signal:n})
return s.ok?container(d.parse(s.value)):undefined}const f=s.YOg(s.Ikc({Id:s.YjP()}))
async function listContainers(e,t,n){const s={all:"1",filters:JSON.stringify({label:[`com.lucid.run=${t}`]})}
const i=await(0,r.kA)(e,{method:"GET",path:"/containers/json",query:s,signal:n})
if(!i.ok)throw new r.OW(i.why)
return f.parse(i.value).map(({Id:e})=>e)}function container({Id:e,Path:t,Args:n,RestartCount:s,State:r,Config:o,NetworkSettings:a}){const c=Object.entries(a.Ports??{}).flatMap(([e,t])=>{const[n,s]=e.split("/")
const r=t?.[0]?.HostPort
return s==="tcp"&&r!==undefined?[[Number(n),Number(r)]]:[]})
const d=Object.values(a.Networks??{}).flatMap(({DNSNames:e})=>e??[])
return{...d.length>0&&{names:d},healthLog:(r.Health?.Log??[]).map(({ExitCode:e,Output:t})=>({exitCode:e,output:(0,i.I)(t.trim().slice(-500))})),excerpt:{Command:(0,i.I)([t,...n??[]].join(" "),200),WorkingDir:o.WorkingDir||"/",User:o.User||"root",Status:r.Status,ExitCode:r.ExitCode,OOMKilled:r.OOMKilled,...r.Error!==""&&{Error:(0,i.I)(r.Error)},...r.Health&&{Health:r.Health.Status},RestartCount:s,StartedAt:r.StartedAt,FinishedAt:r.FinishedAt},id:e,service:o.Labels?.["com.docker.compose.service"]??"",project:o.Labels?.["com.docker.compose.project"]??"",path:t,searchPath:o.Env?.find(e=>e.startsWith("PATH="))?.slice(5)??u,workingDir:o.WorkingDir||"/",running:r.Running,restarts:s,startedAt:r.StartedAt,pid:r.Pid,exitCode:r.ExitCode,outOfMemory:r.OOMKilled,...r.Error!==""&&{error:r.Error},...r.Health&&{health:r.Health.Status},ports:new Map(c)}}}),56110:((e,t,n)=>{n.d(t,{I:()=>harmless,v:()=>harmlessLines})
var s=n(42812)
const r=/[\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff]/g
function harmless(e,t=500){const n=(0,s.wh)(e).replace(/[\t\n]/g,e=>e==="\t"?" ":"").replace(r,"").replace(/^(\s*):(?=:)/,"$1: ").replaceAll("##[","## [")
return n.length>t?`${n.slice(0,t)} ... (${n.length-t} more)`:n}function harmlessLines(e,t=500){return e.split(/\r\n|\n|\r/).map(e=>harmless(e,t)).filter(e=>e.trim()!=="")}}),34058:((e,t,n)=>{n.r(t)
n.d(t,{isDead:()=>isDead,labelsOf:()=>labelsOf,ownerOf:()=>ownerOf,removeContainers:()=>removeContainers,removeLeftovers:()=>removeLeftovers,removeRun:()=>removeRun,runsOnEngine:()=>runsOnEngine})
var s=n(73024)
var r=n(48161)
var i=n(643)
var o=n(58500)
var a=n(12311)
var c=n(96824)
var d=n(87155)
var u=n(56110)
const f={run:"com.lucid.run",host:"com.lucid.host",pid:"com.lucid.pid"}
function labelsOf({run:e,host:t,pid:n}){return{[f.run]:e,[f.host]:t,[f.pid]:n}}function ownerOf(e){return{run:e,host:thisHost(),pid:`${process.pid}:${startOf(process.pid)??""}`}}function thisHost(){try{return`${(0,r.hostname)()}/${(0,s.readlinkSync)("/proc/self/ns/pid").replace(/\D/g,"")}`}catch{return(0,r.hostname)()}}function startOf(e){try{const t=(0,s.readFileSync)(`/proc/${e}/stat`,"utf8")
return t.slice(t.lastIndexOf(")")+2).split(" ")[19]}catch{return undefined}}function isDead({host:e,pid:t}){if(e!==thisHost())return false
const[n,s]=t.split(":")
const r=Number(n)
if(!Number.isInteger(r)||r<=0)return false
try{process.kill(r,0)}catch(e){return e.code==="ESRCH"}const i=startOf(r)
return s!==undefined&&s!==""&&i!==undefined&&i!==s}const l=a.YOg(a.Ikc({Id:a.YjP(),Labels:a.g1P(a.YjP(),a.YjP()).nullish()}))
async function withLabel(e,t,n,s){const r={all:"1",filters:JSON.stringify({label:[n]})}
const i=await(0,c.kA)(e,{method:"GET",path:t,query:r,signal:s})
if(!i.ok)throw new c.OW(i.why)
return l.parse(i.value)}async function runsOnEngine(e,t){const n=await Promise.all(["/containers/json","/networks"].map(n=>withLabel(e,n,f.run,t)))
const s=new Map
for(const{Labels:e}of n.flat()){const{[f.run]:t,[f.host]:n,[f.pid]:r}=e??{}
if(t&&n&&r)s.set(t,{run:t,host:n,pid:r})}return[...s.values()]}const p=2e4
function removeContainers(e,t,n){return removeAll(e,t.map(e=>`/containers/${e}`),{force:"1",v:"1"},n)}async function removeAll(e,t,n,s){const r=await Promise.all(t.map(t=>(0,c.kA)(e,{method:"DELETE",path:t,query:n,signal:s})))
return r.flatMap(e=>e.ok||e.status===404?[]:[e.why])}async function removeRun(e,t){const n=i.performance.now()
for(let s=250;;s*=2){const r=await removeContainers(e,await(0,d.ts)(e,t))
const a=await withLabel(e,"/networks",`${f.run}=${t}`)
const c=a.map(({Id:e})=>`/networks/${e}`)
const l=await removeAll(e,c,{})
if(r.length===0&&l.length===0)return[]
if(i.performance.now()-n+s>p)return[...r.slice(-1).map(e=>`containers of ${t}: ${(0,u.I)(e)}`),...l.slice(-1).map(e=>`networks of ${t}: ${(0,u.I)(e)}`)]
await(0,o.setTimeout)(s)}}async function removeLeftovers(e,t){const n=(await runsOnEngine(e,t)).filter(isDead)
for(const{run:t}of n)await removeRun(e,t)
return n.map(({run:e})=>e)}}),93662:((e,t,n)=>{n.r(t)
n.d(t,{reachHost:()=>reachHost})
var s=n(77030)
function reachHost(e){const t=e==="127.0.0.1"
return{open:(t,n)=>opened(e,t,n),host:e,address:t?e:"0.0.0.0",near:t}}function opened(e,t,n){return new Promise((r,i)=>{n.throwIfAborted()
const o=(0,s.connect)({host:e,port:t,noDelay:true})
const abort=()=>o.destroy(n.reason instanceof Error?n.reason:new Error("interrupted"))
n.addEventListener("abort",abort,{once:true})
const settle=()=>{n.removeEventListener("abort",abort)
o.off("error",i)}
o.once("error",i)
o.once("close",settle)
o.once("connect",()=>{settle()
r(o)})})}}),13156:((e,t,n)=>{n.r(t)
n.d(t,{build:()=>build_build,lint:()=>lint,publish:()=>publish_publish,report:()=>report,run:()=>run_run,smoke:()=>stages_smoke_smoke,verify:()=>verify_verify,verifyHost:()=>verifyHost})
function asBakeText(e){return literal(e)}function literal(e){if(typeof e==="string")return e.replace(/[$%](?=\{)/g,e=>e+e)
if(Array.isArray(e))return e.map(literal)
if(typeof e==="object"&&e!==null)return Object.fromEntries(Object.entries(e).map(([e,t])=>[literal(e),literal(t)]))
return e}var s=n(87111)
var r=n(42787)
var i=n(76760)
function imageId({service:e,platform:t}){return`${e} ${t}`}function targetNames(e){const t=new Map
const n=new Set
for(const s of e){const e=`${s.service}_${s.platform}`.replace(/[^a-zA-Z0-9_-]/g,"-")
let r=e
for(let t=2;n.has(r);t++)r=`${e}-${t}`
n.add(r)
t.set(imageId(s),r)}return t}function within(e,t){return i.join(e,t)}function csv(e){return e.map(e=>/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e).join(",")}var o=n(39661)
var a=n(9609)
function standardLabels(e,t,n={}){const s=templateVars(e,t,n)
const r={created:dateOf(e),revision:e.revision,version:s.version,source:e.url,url:e.url,title:t.title,description:t.description??e.description,licenses:e.licenses,"base.name":n.baseName,"base.digest":n.baseDigest}
const i=Object.entries(r).map(([e,t])=>[`org.opencontainers.image.${e}`,t])
const o=Object.entries(expandAll(t.labels,s))
return Object.fromEntries([...new Map([...i,...o])].filter(e=>e[1]!==undefined&&e[1]!=="").sort(([e],[t])=>e<t?-1:e>t?1:0))}function templateVars(e,t,n={}){const{revision:s}=e
const r=dateOf(e)
const i=s===o.P?s:s.slice(0,7)
const a=n.version??plainVersion(t)??releaseOf(e)??i
return{name:t.name,revision:s,short_revision:i,version:a,...r!==undefined&&{date:r},...t.phase!==undefined&&{phase:t.phase},...n.project!==undefined&&{project:n.project}}}function expandAll(e,t){return Object.fromEntries(Object.entries(e).map(([e,n])=>[e,(0,a.fT)(n,t)]))}function dateOf({revision:e,committedAt:t,date:n}){return n??(e===o.P?undefined:t)}function releaseOf({event:e}){return e.kind==="tag"?e.tag.replace(/^v(?=\d)/,""):undefined}function plainVersion({args:e}){const t=Object.hasOwn(e,"VERSION")?e.VERSION:undefined
return t===undefined||t===""||t.includes("{{")?undefined:t}function buildArgs(e,t,n){const{project:s,source:r}=e
const i=templateVars(r,t,{project:s})
const o=expandAll(t.args,i)
const a={BUILD_DATE:r.date??r.committedAt,VCS_REF:r.revision,GIT_COMMIT:r.revision,VERSION:i.version}
const c=n.volatileArgs.flatMap(e=>{const t=o[e]??a[e]
return t===undefined?[]:[[e,t]]})
const d=o.SOURCE_DATE_EPOCH??String(Math.floor(Date.parse(r.committedAt)/1e3))
return{SOURCE_DATE_EPOCH:d,...n.args,...Object.fromEntries(c)}}function imageLabels({project:e,source:t},n,{base:s}){return standardLabels(t,n,{project:e,...s&&{baseName:s.name,baseDigest:s.digest}})}function layerDate({project:e,source:t},n){const s=templateVars(t,n,{project:e})
return expandAll(n.args,s).SOURCE_DATE_EPOCH??"318211200"}function attestSpecs({provenance:e,sbom:t,builderId:n}){return[e==="off"?"type=provenance,disabled=true":csv(["type=provenance",`mode=${e}`,...n===undefined?[]:[`builder-id=${n}`]]),t===undefined?"type=sbom,disabled=true":csv(["type=sbom",`generator=${t}`])]}const c=new Set(["BUILD_DATE","VCS_REF","GIT_COMMIT","VERSION","SOURCE_DATE_EPOCH"])
function provenanceProblems(e,{provenance:t},n){if(t!=="max")return[]
const s="use `provenance: min`, which leaves their values out"
const r=e.services.flatMap(t=>{const n=e.images.filter(e=>e.service===t.name&&isBuilt(e))
const r=new Set(n.flatMap(n=>Object.keys(buildArgs(e,t,n))))
const i=[...r].filter(e=>!c.has(e)).sort()
if(i.length===0)return[]
const o=`${t.name} is built with ${i.join(", ")}, and \`provenance: max\` would show the value to everybody who has the image`
return[{code:"build/provenance",message:o,at:t.at,fix:s}]})
if(n.length>0)r.push({code:"build/provenance",message:`Docker's configuration hands ${n.join(", ")} to every build, and \`provenance: max\` would show the value to everybody who has the image`,fix:s})
return r}const isBuilt=({decision:e})=>e.kind==="build"
function builderIdOf(e){const{GITHUB_ACTIONS:t,GITHUB_SERVER_URL:n,GITHUB_REPOSITORY:s,GITHUB_RUN_ID:r,GITHUB_RUN_ATTEMPT:i="1"}=e
if(t!=="true"||!n||!s||!r)return undefined
return`${n}/${s}/actions/runs/${r}/attempts/${i}`}const d={kind:"none",read:[]}
function fittingCache(e,t){const n=t==="remote"||t==="kubernetes"||t==="cloud"
return hasGitHubCache(e)&&!n?"gha":"none"}function hasGitHubCache(e){return Boolean(e.ACTIONS_RUNTIME_TOKEN&&(e.ACTIONS_RESULTS_URL||e.ACTIONS_CACHE_URL))}function cacheScopes({event:e,defaultBranch:t="main"},n){const s={kind:"protected"}
if(e.kind==="pull_request"){const t={kind:"pull-request",number:e.number}
return{read:[t,s],...!e.fork&&{write:t}}}const r="branch"in e?e.branch:undefined
const i=n.GITHUB_ACTIONS!=="true"||n.GITHUB_REF_PROTECTED==="true"||r===t
return{read:[s],...i&&{write:s}}}const u="timeout=2m"
function cacheSpecs(e,t,n,s){const{kind:r,read:i,write:o}=e
const place=r=>placeOf(e,t,n,s,r)
const a=["mode=max","ignore-error=true"]
switch(r){case"none":return{from:[],to:[]}
case"inline":{const e=t.tags[n.name]?.floating??[]
const s=e.slice(0,1).map(e=>csv(["type=registry",`ref=${n.image}:${e}`]))
return{from:s,to:["type=inline"]}}case"gha":return{from:i.map(e=>csv(["type=gha",`scope=${place(e)}`,u])),to:o===undefined?[]:[csv(["type=gha",`scope=${place(o)}`,...a,u])]}
case"registry":return{from:i.map(e=>csv(["type=registry",`ref=${place(e)}`])),to:o===undefined?[]:[csv(["type=registry",`ref=${place(o)}`,...a,"image-manifest=true","oci-mediatypes=true"])]}
case"local":return{from:i.map(e=>csv(["type=local",`src=${place(e)}`])),to:o===undefined?[]:[csv(["type=local",`dest=${place(o)}`,...a])]}
default:return r}}function placeOf(e,t,n,s,r){const o=[...r.kind==="pull-request"?[`pr-${r.number}`]:[],s.platform.replaceAll("/","-")].join("-")
switch(e.kind){case"registry":return`${n.image}:cache-${o}`
case"local":return i.join(e.folder??"",t.project,n.name,o)
default:return["lucid",t.project,n.name,o].join("-")}}function pushesByDigest(e){return e!=="docker"}function outputSpec({contentRef:e},t,n){const s=pushesByDigest(n)?[`name=${(0,r._)(e)}`,"push-by-digest=true","name-canonical=true"]:[`name=${e}`,"store=false","unpack=false"]
const i=["rewrite-timestamp=true",`source-date-epoch=${t}`]
return csv(["type=image",...s,"push=true",...i,"oci-mediatypes=true"])}function bakeDefinition(e){const t=e.images??e.plan.images.filter(({decision:e})=>e.kind==="build")
const n=new Map(e.plan.services.map(e=>[e.name,e]))
const s=targetNames(t)
const r=Object.fromEntries(t.map(t=>{const r=n.get(t.service)
if(r===undefined)throw new Error(`the plan has an image of ${t.service}, but no such service`)
return[s.get(imageId(t))??t.service,bakeTarget(e,s,r,t)]}))
return asBakeText({group:{default:{targets:[...s.values()]}},target:r})}function bakeTarget(e,t,n,s){const{plan:r,root:i,cache:o=d,attest:a={provenance:"off"},driver:c="docker"}=e
const u=e.steps==="anew"||isStale(s)
const{from:f,to:l}=cacheSpecs(o,r,n,s)
const{ssh:p=[]}=n
return{context:within(i,n.context),dockerfile:within(i,n.dockerfile),...n.target!==undefined&&{target:n.target},platforms:[s.platform],args:buildArgs(r,n,s),labels:imageLabels(r,n,s),annotations:annotationsOf(s,e.under?.get(imageId(s))),contexts:namedContexts(e,t,n,s),secret:n.secrets.map(e=>secretSpec(i,e)),...p.length>0&&{ssh:p.map(t=>sshSpec(t,e.env??{}))},...f.length>0&&!u&&{"cache-from":f},...l.length>0&&{"cache-to":l},attest:attestSpecs(a),output:[outputSpec(s,layerDate(r,n),c)],...u&&{"no-cache":true}}}function annotationsOf({fingerprint:e,components:t},n={}){const s=Object.fromEntries(t.map(({name:e,hash:t})=>[e,t]))
return[`manifest:com.lucid.fingerprint=${e}`,`manifest:com.lucid.components=${JSON.stringify(s)}`,...Object.keys(n).length>0?[`manifest:com.lucid.parents=${JSON.stringify(n)}`]:[]]}function isStale({decision:e}){return e.reasons.some(({kind:e})=>e==="stale")}function secretSpec(e,t){switch(t.from){case"env":return csv([`id=${t.id}`,`env=${t.env}`])
case"file":return csv([`id=${t.id}`,`src=${within(e,t.file)}`])
default:return t}}function sshSpec({id:e,env:t},n){if(t===undefined)return csv([e])
return csv([`${e}=${n[t]??""}`])}function namedContexts(e,t,n,r){const i=new Map(r.bases.map(e=>[e.ref,e.pinned]))
const own=n=>{switch(n.kind){case"service":return catalogImage(e,t,n.service,r.platform)
case"image":return`docker-image://${i.get(n.ref)??n.ref}`
case"path":return within(e.root,n.path)
case"url":return n.url
default:return n}}
return Object.fromEntries([...r.bases.map(({ref:e,pinned:t})=>[(0,s.p)(e),`docker-image://${t}`]),...Object.entries(r.from).map(([n,i])=>[(0,s.p)(n),catalogImage(e,t,i,r.platform)]),...Object.entries(n.contexts).map(([e,t])=>[(0,s.p)(e),own(t)])])}function catalogImage({plan:e,pushed:t},n,s,i){const o=imageId({service:s,platform:i})
const a=e.images.find(e=>imageId(e)===o)
if(a===undefined)throw new Error(`the plan has no image of ${s} for ${i}`)
const c=t?.get(o)??(a.decision.kind==="unchanged"?a.decision.digest:undefined)
if(c!==undefined)return`docker-image://${(0,r._)(a.contentRef)}@${c}`
const d=n.get(o)
return d===undefined?`docker-image://${a.contentRef}`:`target:${d}`}function bakeFileText(e){return`${JSON.stringify(e,undefined,2)}\n`}var f=n(51455)
var l=n(56008)
var p=n(48161)
function readError(e){const t=e.findLastIndex(e=>e.startsWith("ERROR:"))
if(t<0){const t=e.findLast(e=>e.trim()!=="")??"docker buildx bake ended without a word"
return{message:t.trim()}}const n=e.findIndex((e,n)=>n>t&&e.trim()==="")
const s=e.slice(t,n<0?undefined:n).join("\n")
const r=s.slice("ERROR:".length).trim()
const i=/^target ([a-zA-Z0-9_-]+): /.exec(r)?.[1]
const o=e.findLastIndex((n,s)=>s<t&&/^-{5,}$/.test(e[s+1]??"")&&/:\d+$/.test(n))
const a=/:(\d+)$/.exec(e[o]??"")?.[1]
return{message:i===undefined?r:r.slice(`target ${i}: `.length),...i!==undefined&&{target:i},...a!==undefined&&{line:Number(a)}}}function cause(e,t){const n=inWords(e,t)
const s=[e.message,...t?.log??[]]
const r=m.find(({sign:e})=>s.some(t=>e.test(t)))?.fix
return r===undefined?n:`${n}; fix: ${r}`}function inWords({message:e},t){const n=e.replace(/^(?:failed to build: )?failed to solve: /,"").replace(/^(?:failed to compute cache key: )?failed to calculate checksum of ref \S+: /,"").replace(/^rpc error: code = \w+ desc = /,"")
const s=/did not complete successfully: exit code: (\d+)/.exec(n)?.[1]
if(s!==undefined)return`${t?.name??"a step"} ended with exit code ${s}${meaning(Number(s))}`
const r=/^("[^"]+"): not found$/.exec(n)?.[1]
if(r!==undefined&&t!==undefined)return`${t.name}: ${r} is not in the build context, or the ignore file hides it`
return n}function meaning(e){const t={126:" (not executable)",127:" (command not found)",132:" (illegal instruction)",137:" (killed, mostly for want of memory)",139:" (segmentation fault)"}
return t[e]??""}const m=[{sign:/exec format error/,fix:"take a machine of that platform, or add emulation (the action `setup`, or the package qemu-user-static)"},{sign:/no space left on device/,fix:"make room for the engine: `docker system df` shows what takes it, `docker builder prune` frees the build cache"},{sign:/no basic auth credentials|authentication required|authorization failed|insufficient_scope|denied: |: denied|40[13] (?:Unauthorized|Forbidden)/,fix:"log in with `docker login` as somebody who may push there; on GitHub the job needs `packages: write` for ghcr.io"},{sign:/no match for platform in manifest/,fix:"take a base image that is made for this platform, or leave the platform out of the catalog"}]
const h=/\b(?:408|429|499|500|502|503|504|522) [A-Z][a-z]+|toomanyrequests: |unavailable: |connection reset by peer|broken pipe|unexpected EOF|: EOF\b|i\/o timeout|TLS handshake timeout/
const g=/Cannot connect to the Docker daemon|error reading from server|code = Unavailable|transport is closing|no builder ".*" found|failed to find driver/
function cureFor(e,t){if(e.message.includes("did not complete successfully")){const n=/exit code: (?:132|139)\b/.test(e.message)||t?.log.some(e=>/^qemu: uncaught target signal (?:4|11)\b/.test(e.trim()))===true
return{kind:n?"emulator":"none"}}if(g.test(e.message))return{kind:"engine-gone"}
return{kind:h.test(e.message)?"registry":"none"}}function mayBeCache({message:e,line:t}){if(e.includes("did not complete successfully"))return false
return t===undefined||/\b(?:blob|layer|content|descriptor|failed to copy|failed to fetch)\b/i.test(e)}function isCacheRefused({message:e}){return/failed to configure \S+ cache (?:importer|exporter)/.test(e)}function readEvent(e){if(!e.startsWith("{"))return undefined
let t
try{t=JSON.parse(e)}catch{return undefined}const n=record(t)
if(!["vertexes","statuses","logs","warnings"].some(e=>e in n))return undefined
return{vertexes:list(n.vertexes).map(readVertex),statuses:list(n.statuses).map(e=>({id:events_text(e.id)??"",vertex:events_text(e.vertex)??"",done:time(e.completed)!==undefined})),logs:list(n.logs).map(e=>({vertex:events_text(e.vertex)??"",data:Buffer.from(events_text(e.data)??"","base64").toString("latin1")}))}}function readVertex(e){const t=time(e.started)
const n=time(e.completed)
const s=events_text(e.error)
return{id:events_text(e.digest)??"",name:events_text(e.name)??"",cached:e.cached===true,...t!==undefined&&{started:t},...n!==undefined&&{completed:n},...s!==undefined&&{error:s}}}function record(e){return typeof e==="object"&&e!==null?e:{}}function list(e){return Array.isArray(e)?e.map(record):[]}function events_text(e){return typeof e==="string"&&e!==""?e:undefined}function time(e){const t=Date.parse(events_text(e)??"")
return Number.isNaN(t)?undefined:t}const w=64<<10
const y=20
class Watch{#e
#t=new Map
#n=new Map
#s=new Map
#r=new Map
#i
#o=[]
constructor(e){this.#e=e
this.#i=new Map([...e.targets].map(([e,t])=>[t,e]))}line(e){const t=readEvent(e)
if(t===undefined){this.#o.push(e)
if(this.#o.length>1e3)this.#o.splice(0,500)
return}for(const{vertex:e,data:n}of t.logs)this.#n.set(e,((this.#n.get(e)??"")+n).slice(-w))
for(const{id:e,vertex:n,done:s}of t.statuses)if(s)this.#a(e,n)
for(const e of t.vertexes)this.#c(e)}get text(){return this.#o}target(e){const t=[...this.#t.values()].filter(t=>this.#d(t)?.target===e)
const n=t.filter(e=>e.name.includes("load build definition"))
const s=(n.length>0?n:t).flatMap(({started:e})=>e??[])
const r=t.flatMap(({completed:e})=>e??[])
const i=this.#u(e)
return{...i!==undefined&&{digest:i},...s.length>0&&r.length>0&&timesOf(Math.min(...s),Math.max(...r)),steps:t.flatMap(e=>this.#f(e)).sort((e,t)=>e.started-t.started).map(({step:e})=>e),warnings:t.flatMap(e=>cacheTrouble(e)??[])}}#f(e){const t=this.#d(e)?.step
const{id:n,started:s,completed:r,cached:i,error:o}=e
if(t===undefined||s===undefined||r===undefined)return[]
const a=o!==undefined&&!o.includes("context canceled")&&!isCache(e)
const c=textLines(this.#n.get(n)??"")
return[{started:s,step:{name:t,durationMs:r-s,cached:i,failed:a,log:c}}]}failedStep(e,t){const n=[...this.#t.values()].filter(e=>e.error!==undefined&&!e.error.includes("context canceled")&&!isCache(e))
const s=n.find(n=>this.#d(n)?.target===e&&t.includes(n.error??""))??n.find(e=>t.includes(e.error??""))??n.find(t=>this.#d(t)?.target===e)
if(s===undefined)return undefined
return{name:this.#d(s)?.step??s.name,error:s.error??"",log:textLines(this.#n.get(s.id)??"").slice(-y)}}#c(e){const t=this.#t.get(e.id)
this.#t.set(e.id,e)
if(e.completed!==undefined&&t?.completed===undefined)this.#l(e)
if(e.started===undefined||t?.started!==undefined)return
const n=this.#d(e)
if(n!==undefined)this.#e.onStep?.(n.target,n.step)}#a(e,t){const n=/^pushing manifest for (.+)@(sha256:[0-9a-f]{64})$/.exec(e)
const s=this.#i.get(n?.[1]??"")
const r=n?.[2]
if(s!==undefined&&r!==undefined)this.#s.set(s,{vertex:t,digest:r})}#l({id:e}){for(const[t,n]of this.#s)if(n.vertex===e&&this.#u(t)!==undefined)this.#e.onPushed?.(t,n.digest)}#u(e){const t=this.#s.get(e)
const n=this.#t.get(t?.vertex??"")
return n?.completed!==undefined&&n.error===undefined?t?.digest:undefined}#d({name:e}){if(!this.#r.has(e))this.#r.set(e,this.#p(e))
return this.#r.get(e)}#p(e){const{targets:t}=this.#e
const[n,...s]=t.keys()
const r=/^\[([^\]]*)\]\s*(.*)$/s.exec(e)
if(s.length===0&&n!==undefined)return e.includes("bake definitions")?undefined:{target:n,step:stepName(r?.[1],r?.[2]??e)}
const[i="",...o]=(r?.[1]??"").split(" ")
return t.has(i)?{target:i,step:stepName(o.join(" "),r?.[2]??"")}:undefined}}const timesOf=(e,t)=>({startedAt:new Date(e).toISOString(),durationMs:Math.max(0,t-e)})
function stepName(e,t){const n=shortened(t.replace(/\s+/g," ").trim())
return e===undefined||e===""||e==="internal"?n:`[${e}] ${n}`}function shortened(e){return e.length>160?`${e.slice(0,157)}...`:e}function textLines(e){return Buffer.from(e,"latin1").toString("utf8").split(/\r\n|\r|\n/).filter(e=>e.trim()!=="")}function isCache({name:e}){return/(?:^|\] )(?:(?:importing|exporting) cache|exporting to GitHub Actions Cache)\b/.test(e)}function cacheTrouble(e){const{error:t,name:n}=e
if(t===undefined||!isCache(e)||/not found|404|context canceled/i.test(t))return undefined
return`${n.replace(/^\[[^\]]*\] /,"")}: ${t}`}function environment({attest:e}){return{BUILDX_GIT_INFO:String(e!==undefined&&e.provenance!=="off"),BUILDX_GIT_LABELS:"false",BUILDX_METADATA_PROVENANCE:"disabled",BUILDX_NO_DEFAULT_ATTESTATIONS:"1"}}function bakeCommand(e,t){const{plan:n,cache:s,builder:r}=t
const i=n.services.some(e=>e.ssh!==undefined&&e.ssh.length>0)
return[...["buildx","bake",`--file=${e}`],...r===undefined?[]:[`--builder=${r}`],...i?["--allow=ssh"]:[],...s?.kind==="local"&&s.folder!==undefined?[`--allow=fs=${s.folder}`]:[]]}async function runBake(e){const{images:t,docker:n,root:s,signal:r,onStep:o}=e
const a=targetNames(t)
const c=new Map(t.map(e=>[a.get(imageId(e))??"",e]))
const d=new Watch({targets:new Map([...c].map(([e,t])=>[e,t.contentRef])),onStep(e,t){const n=c.get(e)
if(n!==undefined)o(n,t)},onPushed(t,n){const s=c.get(t)
if(s!==undefined)e.onPushed?.(bakedImage(s,d.target(t)),n)}})
const u=await(0,f.mkdtemp)(i.join((0,p.tmpdir)(),"lucid-bake-"))
try{const o=i.join(u,"bake.json")
const l=i.join(u,"metadata.json")
await(0,f.writeFile)(o,bakeFileText(bakeDefinition(e)),{mode:384})
const{exitCode:p}=await n([...bakeCommand(o,e),`--metadata-file=${l}`,"--progress=rawjson"],{cwd:s,env:environment(e),signal:r,discard:true,onLine:e=>d.line(e)})
const m=p===0?await readDigests(l):new Map
const h=[...c].map(([e,t])=>{const n=d.target(e)
const s=m.get(e)??n.digest
return{...bakedImage(t,n),...s!==undefined&&{digest:s}}})
if(p===0)return{images:h}
const g=readError(d.text)
const[w,...y]=t
const k=c.get(g.target??"")??(y.length===0?w:undefined)
const v=k===undefined?"":a.get(imageId(k))??""
const b=k===undefined?undefined:d.failedStep(v,g.message)
const $={error:g,...k!==undefined&&{image:k},...b!==undefined&&{step:b}}
return{images:h,failure:$}}finally{await(0,f.rm)(u,{recursive:true,force:true})}}function bakedImage(e,{steps:t,warnings:n,startedAt:s,durationMs:r}){return{...{image:e,steps:t,warnings:n},...s!==undefined&&{startedAt:s},...r!==undefined&&{durationMs:r}}}async function readDigests(e){const t=JSON.parse(await(0,f.readFile)(e,"utf8"))
const n=Object.entries(t??{})
return new Map(n.flatMap(([e,t])=>{const n=t?.["containerimage.digest"]
return typeof n==="string"?[[e,n]]:[]}))}var k=n(70370)
var v=n(58500)
var b=n(27387)
var $=n(65231)
function verifyImage(e,t,n,s){const r=new $.v(t.verify);(0,b.l2)(r,e,t,n,s)
if((0,b.Np)(t))(0,b.Nh)(r,e)
return r.checks}var x=n(42812)
const O=200
function specOf(e){const{user:t,workingDir:n,env:s,entrypoint:r,command:i,exposedPorts:o,healthcheck:a}=e
return{...t!==undefined&&t!==""&&{user:t},...n!==undefined&&{workingDir:n},env:Object.fromEntries(Object.entries(s).map(([e,t])=>[e,isSecret(e,t)?"***":t])),...r!==undefined&&{entrypoint:r},...i!==undefined&&{command:i},exposedPorts:o,...a!==undefined&&{healthcheck:a},layers:layersOf(e)}}const isSecret=(e,t)=>t!==""&&(/pass|secret|token|credential|(^|_)key$/i.test(e)||/:\/\/[^/@\s]*:[^/@\s]+@/.test(t))
function layersOf({layers:e,history:t}){const n=t.filter(({empty:e})=>!e)
const s=n.length===e.length&&!n.some(({createdBy:e})=>/^\[[^\]]* \d+\/\d+\] /.test(e))
return e.map(({size:e},t)=>{const r=s?instruction(n[t]?.createdBy??""):""
return r===""?{size:e}:{size:e,by:r}})}function instruction(e){const t=(0,x.Is)(e).replace(/\s+/g," ").replace(/ # buildkit$/,"").replace(/^\/bin\/sh -c #\(nop\) +/,"").replace(/^(RUN )?(?:\|\d+ (?:\S+=\S* )*)?\/bin\/sh -c /,"RUN ").trim()
return t.length>O?`${t.slice(0,O-1)}\u2026`:t}const S=[0,250,500,1e3,2e3,4e3,8e3]
async function readBack(e,t,n,s){let i
for(const o of S){if(o>0)await(0,v.setTimeout)(o,undefined,{signal:s})
i=(await e.head(t.contentRef))?.digest
if(i!==n)continue
const a=await e.imageFacts(`${(0,r._)(t.contentRef)}@${n}`,t.platform)
if(a!==undefined)return{digest:n,facts:a}}throw new Error(i===undefined||i===n?`${t.contentRef} was pushed as ${n}, but the registry does not have it`:`${t.contentRef} was pushed as ${n}, but the registry has ${i} there`)}async function giveContentTag(e,{contentRef:t},n,s){const i=`${(0,r._)(t)}@${n}`
for(const n of S){if(n>0)await(0,v.setTimeout)(n,undefined,{signal:s})
const r=await e.manifest(i)
if(r===undefined)continue
await e.putManifest(t,r.bytes,r.descriptor.mediaType)
return}throw new Error(`${i} was pushed, but the registry does not have it`)}function rowFacts(e,t,n,{platform:s,outcome:r}){const{attestations:i}=e
return{digest:e.digest,size:e.size,layers:e.layers.length,spec:specOf(e),...i.length>0&&{attestations:i.map(({digest:e})=>e)},checks:verifyImage(e,t,n,{platform:s,outcome:r})}}var E=n(77598)
function contentOf(e,t){const sorted=e=>Object.entries(e).sort(([e],[t])=>e<t?-1:1)
const n=sorted(e.labels).filter(([e])=>!t.includes(e))
const s=[e.layers.map(({digest:e})=>e),sorted(e.settings),n]
return(0,E.createHash)("sha256").update(JSON.stringify(s)).digest("hex").slice(0,16)}class Contents{#m
#h
#g=new Map
constructor(e,t){this.#m=e
this.#h=t}add(e,t){this.#g.set(imageId(e),Promise.resolve(this.#w(e.service,t)))}async under({from:e,platform:t}){const n=[...new Set(Object.values(e))].sort()
return Object.fromEntries(await Promise.all(n.map(async e=>[e,await this.#y({service:e,platform:t})])))}#y(e){const t=imageId(e)
const n=this.#g.get(t)??this.#k(e)
this.#g.set(t,n)
return n}async#k(e){const t=this.#m.images.find(t=>imageId(t)===imageId(e))
if(t===undefined)throw new Error(`the plan has no image of ${imageId(e)}`)
const{contentRef:n,decision:s,platform:i}=t
const o=s.kind==="unchanged"?`${(0,r._)(n)}@${s.digest}`:n
const a=await this.#h.imageFacts(o,i)
if(a===undefined)throw new Error(`${o} was there and is gone now; run it again`)
return this.#w(e.service,a)}#w(e,t){const n=this.#m.services.find(t=>t.name===e)
const s={name:"-",digest:"-"}
return contentOf(t,n===undefined?[]:Object.keys(imageLabels(this.#m,n,{base:s})))}}async function keepSame({contentRef:e,platform:t,decision:n},s,i){if(n.kind!=="build"||n.keep===undefined)return undefined
const{digest:o,on:a}=n.keep
if(Object.entries(s).some(([e,t])=>a[e]!==t))return undefined
const c=`${(0,r._)(e)}@${o}`
const[d,u]=await Promise.all([i.manifest(c),i.imageFacts(c,t)])
if(d===undefined||u===undefined)return undefined
await i.putManifest(e,d.bytes,d.descriptor.mediaType)
const f=Object.keys(s)
return{facts:u,reason:`${f.join(", ")} ${f.length===1?"holds":"hold"} the same as before`}}async function readSecrets(e,t,n){const s=[]
const r=[]
for(const i of e.secrets){const e=i.from==="env"?n[i.env]||undefined:await(0,f.readFile)(within(t,i.file),"utf8").catch(()=>undefined)
if(e!==undefined)r.push(e)
else if(i.from==="env")s.push(`secret ${i.id}: the environment has no ${i.env}, or an empty one; set it for this step`)
else s.push(`secret ${i.id}: there is no file ${i.file}`)}return{missing:s,values:r}}async function missingAgents({ssh:e=[]},t){const n=[]
for(const{id:s,env:r="SSH_AUTH_SOCK"}of e){const e=t[r]||undefined
const i=e===undefined?`the environment has no ${r}, or an empty one`:await(0,f.access)(e).then(()=>undefined,()=>`there is nothing at ${e}, which ${r} names`)
if(i!==undefined)n.push(`ssh ${s}: ${i}; start an agent, or set ${r} for this step`)}return n}function striker(e){const t=e.flatMap(e=>[e,...e.split(/\r?\n/)]).map(e=>e.trim())
const n=[...new Set(t)].filter(e=>e.length>=4).sort((e,t)=>t.length-e.length)
return e=>n.reduce((e,t)=>e.replaceAll(t,"***"),(0,x.wh)(e))}function toldOf(e,t,n){const{startedAt:s,durationMs:r}=e
const i=e.steps.map(e=>({...e,name:t(e.name),log:e.log.map(t)}))
const o=[...n===undefined?[]:[n],...e.warnings].map(t)
return{row:{...s!==undefined&&{startedAt:s},...r!==undefined&&{durationMs:r},...i.length>0&&{steps:i.map(({name:e,durationMs:t,cached:n})=>({name:e,durationMs:t,cached:n}))},...o.length>0&&{warnings:o}},steps:[...i.map(({name:e,durationMs:t,cached:n,failed:s,log:r})=>({text:`${n?"cached":`${(t/1e3).toFixed(1)}s`}  ${e}`,state:s?"failed":n?"cached":"done",log:r})),...o.map(e=>({text:`warning: ${e}`,state:"done",log:[]}))]}}function errorOf(e,t,n){const{error:s,step:r}=e??{error:{message:"docker buildx bake failed"}}
return{message:n(cause(s,r)),...r!==undefined&&r.log.length>0&&{log:r.log.map(n)},...s.line!==undefined&&t!==undefined&&{file:t.dockerfile,line:s.line}}}const M=4
class Tries{#v
#b
#$=false
#x=false
constructor(e){this.#v=e
this.#b=e.kind==="none"?0:1
this.#O()}get cache(){return this.#x?"without-cache":"with-cache"}get why(){switch(this.#v.kind){case"emulator":return"the emulator crashed; once more"
case"cache":return"once more without the cache"
case"registry":return"the registry was busy; again"
case"none":case"engine-gone":return undefined
default:return this.#v}}async pause(e){if(this.#v.kind!=="registry")return
const t=1e3*2**(this.#b-1)*(.5+Math.random()/2)
await(0,v.setTimeout)(t,undefined,{signal:e}).catch(()=>{})}again(e){this.#b++
this.#v=e
const t=e.kind==="emulator"&&!this.#$||e.kind==="cache"&&!this.#x||e.kind==="registry"&&this.#b<M
this.#O()
return t}#O(){if(this.#v.kind==="emulator")this.#$=true
if(this.#v.kind==="cache")this.#x=true}}class Builder{#S
#E
#M
#a=new Map
#j
#P=new Set
#I
#A
#T=new Map
constructor(e,t){this.#S=e
this.#E=t
this.#M=new Map(e.plan.services.map(e=>[e.name,e]))
this.#j=new Contents(e.plan,e.registry)
this.#I=(0,k.A)(e.options?.parallel??4)
this.#A=e.options?.cache??d}isThere({service:e,platform:t}){const n=imageId({service:e,platform:t})
if(this.#a.has(n))return true
return this.#S.plan.images.some(e=>imageId(e)===n&&e.decision.kind==="unchanged")}async build(e){await Promise.all(e.map(e=>this.#_(e)))
const t=await this.#C(this.#R(e))
if(t.length===0)return
if(this.#S.options?.parallel!==undefined){await Promise.all(t.map(e=>this.#I(()=>this.#N(e,{kind:"none"}))))
return}for(const e of t)this.#E.tell(e,"started")
const n=await this.#D(t)
await this.#L(n)
if(n.failure===undefined)return this.#B(t)
if(isCacheRefused(n.failure.error)&&this.#A.kind!=="none"){this.#A=d
for(const e of t)this.#F(e,n.failure.error)
return this.build(this.#R(t))}const{image:s,error:r,step:i}=n.failure
const o=s===undefined?cureFor(r,i):this.#v(s,n)
if(o.kind==="engine-gone"&&!this.#S.signal.aborted)for(const e of this.#R(t))this.#H(e,n)
else if(s!==undefined&&o.kind==="none"&&this.#R([s]).length>0)this.#H(s,n)
const tried=e=>e===s?o:{kind:"none"}
await Promise.all(this.#R(t).map(e=>this.#I(()=>this.#N(e,tried(e)))))}async#_(e){const{plan:t,registry:n,signal:s,options:r}=this.#S
const i=this.#M.get(e.service)
const{decision:o,platform:a}=e
if(o.kind!=="build"||o.keep===undefined||i===undefined)return
if(r?.steps==="anew")return
const find=async()=>{const s=await keepSame(e,await this.#j.under(e),n)
if(s===undefined)return undefined
const{facts:r,reason:o}=s
const c="unchanged"
this.#U(e,r)
return{outcome:c,reason:o,...rowFacts(r,i,t.source,{platform:a,outcome:c})}}
await this.#E.endBy(e,find,{signal:s})}#U(e,t){this.#a.set(imageId(e),t.digest)
this.#j.add(e,t)}async#N(e,t){const{signal:n}=this.#S
const s=new Tries(t)
this.#E.tell(e,"started")
for(;;){if(s.why!==undefined)this.#E.tell(e,"update",s.why)
await s.pause(n)
if(n.aborted)return this.#E.end(e,{outcome:"cancelled"})
const t=await this.#D([e],s.cache)
await this.#L(t)
if(this.#R([e]).length===0)return
if(t.failure===undefined)return this.#B([e])
if(!s.again(this.#v(e,t)))return this.#H(e,t)}}#v(e,{failure:t}){if(t===undefined)return{kind:"none"}
const{native:n}=this.#S.options??{}
const s=cureFor(t.error,t.step)
if(s.kind==="emulator"&&e.platform===n)return{kind:"none"}
if(s.kind!=="none"||this.#A.kind==="none"||!mayBeCache(t.error))return s
this.#F(e,t.error)
return{kind:"cache"}}#F(e,{message:t}){this.#T.set(imageId(e),`built without the cache, with it came: ${t}`)}async#D(e,t="with-cache"){const{plan:n,root:s,docker:r,signal:i,env:o,options:a={}}=this.#S
const c=this.#G()
const u=this.#A.write===undefined
const f=[]
try{const l=await Promise.all(e.map(async e=>[imageId(e),await this.#j.under(e)]))
return await runBake({...a,cache:t==="without-cache"?d:this.#A,plan:n,root:s,env:o,docker:r,signal:i,images:e,pushed:this.#a,under:new Map(l),onStep:(e,t)=>this.#E.tell(e,"update",c(t)),onPushed:(e,t)=>u&&f.push(this.#Y(e,t))})}catch(t){const n={error:{message:t.message}}
return{images:e.map(e=>({image:e,steps:[],warnings:[]})),failure:n}}finally{await Promise.all(f)}}async#L(e){await Promise.all(e.images.map(async e=>{if(e.digest===undefined||this.#E.of(e.image)!==undefined)return
await this.#Y(e,e.digest)}))}async#Y(e,t){const{image:n}=e
const{plan:s,registry:r,signal:i,options:o}=this.#S
const a=this.#M.get(n.service)
if(a===undefined)return
const{platform:c}=n
const{row:d,steps:u}=toldOf(e,this.#G(),this.#T.get(imageId(n)))
const find=async()=>{const e=pushesByDigest(o?.driver??"docker")
if(e)await giveContentTag(r,n,t,i)
const{facts:d}=await readBack(r,n,t,i)
const u="built"
this.#U(n,d)
return{outcome:u,...rowFacts(d,a,s.source,{platform:c,outcome:u})}}
await this.#E.endBy(n,find,{signal:i,told:d,steps:u})}#B(e){for(const t of this.#R(e))this.#E.end(t,{outcome:"failed",error:{message:"docker buildx bake told of no digest for it"}})}#H(e,{failure:t,images:n}){if(this.#S.signal.aborted){this.#E.end(e,{outcome:"cancelled"})
return}const s=n.find(t=>t.image===e)??{image:e,steps:[],warnings:[]}
const{row:r,steps:i}=toldOf(s,this.#G())
const o=errorOf(t,this.#M.get(e.service),this.#G())
this.#E.end(e,{outcome:"failed",...r,...o&&{error:o}},i)}#G(){return striker([...this.#P])}#R(e){return e.filter(e=>this.#E.of(e)===undefined)}async#C(e){const{root:t,env:n}=this.#S
for(const s of e){const e=this.#M.get(s.service)
if(e===undefined)continue
const r=await readSecrets(e,t,n)
for(const e of r.values)this.#P.add(e)
const i=[...r.missing,...await missingAgents(e,n)]
if(i.length>0)this.#E.end(s,{outcome:"failed",error:{message:i.join("; ")}})}return this.#R(e)}}class Rows{#m
#W
#V
#E=new Map
constructor(e,t,n=()=>{}){this.#m=e
this.#W=t
this.#V=n}end(e,t,n=[]){const s=imageId(e)
if(this.#E.has(s))throw new Error(`${s} has ended already`)
const{service:r,platform:i,fingerprint:o,contentRef:a}=e
const c={service:r,platform:i,fingerprint:o,contentRef:a,checks:[],...t}
this.#E.set(s,c)
const d=t.outcome==="built"||t.outcome==="unchanged"
this.#W({stage:"build",subject:this.subject(e),state:d?"done":"failed",text:ended(t),...n.length>0&&{steps:n}})
this.#V(c)}async endBy(e,t,{signal:n,told:s={},steps:r=[]}){let i
try{const e=await t()
i=e&&{...s,...e}}catch(e){const{message:t}=e
i=n.aborted?{outcome:"cancelled"}:{outcome:"failed",...s,error:{message:t}}}if(i!==undefined)this.end(e,i,i.outcome==="cancelled"?[]:r)}tell(e,t,n){this.#W({stage:"build",subject:this.subject(e),state:t,...n!==undefined&&{text:n}})}of(e){return this.#E.get(imageId(e))}all(){return this.#m.images.map(e=>{const t=this.#E.get(imageId(e))
if(t===undefined)throw new Error(`${imageId(e)} never ended`)
return t})}subject({service:e,platform:t}){const n=this.#m.images.filter(t=>t.service===e).length>1
return n?`${e} ${t}`:e}}function ended({outcome:e,digest:t,durationMs:n,error:s}){const r=t?.slice("sha256:".length,"sha256:".length+12)
const i=n===undefined?undefined:`${(n/1e3).toFixed(1)}s`
const o=e==="built"?[r,i]:e==="failed"?[s?.message]:[e,s?.message??r]
return o.filter(e=>e!==undefined).join(" ")}async function build(e){const t={...e,root:await(0,f.realpath)(e.root)}
const{plan:n,signal:s,now:r,options:i={}}=t
const o=r()
const a=new Rows(n,t.progress,t.ended)
const c=n.images.filter(({decision:e})=>e.kind==="build")
const d=c.length===0?[]:await exportDefinition(t)
for(const e of n.images)endBlocked(a,e)
const u=n.images.map(e=>endUnchanged(t,a,e))
const l=new Builder(t,a)
await buildInOrder(c,a,l,s)
await Promise.all(u)
return{kind:"lucid.build",version:1,revision:n.source.revision,images:a.all(),command:d.length===0?[]:["docker",...d,...i.steps==="anew"?["--no-cache"]:[]],durationMs:Math.round(r()-o)}}async function buildInOrder(e,t,n,s){const r=new Set(e)
const i=new Set
for(;;){endHopeless(r,t,s)
const e=[...r].filter(e=>parents(e).every(e=>n.isThere(e)))
const o=new Set([...r].flatMap(e=>parents(e).map(imageId)))
const[a,c]=[true,false].map(t=>e.filter(e=>o.has(imageId(e))===t))
for(const e of[a??[],c??[]]){if(e.length===0)continue
for(const t of e)r.delete(t)
const t=n.build(e).finally(()=>i.delete(t))
i.add(t)}if(i.size===0)break
await Promise.race(i)}for(const e of r)t.end(e,{outcome:"skipped",error:{message:"the plan does not say how to get what it is FROM"}})}function parents({from:e,platform:t}){return[...new Set(Object.values(e))].map(e=>({service:e,platform:t}))}function endHopeless(e,t,n){for(let s=-1;s!==e.size;){s=e.size
for(const s of e){const r=parents(s).find(e=>{const n=t.of(e)?.outcome
return n==="failed"||n==="skipped"||n==="cancelled"})
if(n.aborted)t.end(s,{outcome:"cancelled"})
else if(r!==undefined)t.end(s,{outcome:"skipped",error:{message:`it is FROM ${r.service}, which ${t.of(r)?.outcome==="failed"?"failed":"was not built"}`}})
else continue
e.delete(s)}}}function endBlocked(e,t){const{decision:n}=t
if(n.kind!=="blocked")return
const[s]=n.problems
const{file:r,line:i}=s?.at??{}
const o=n.problems.length>0?n.problems.map(l.Vw).join("\n"):n.reasons.map(({detail:e})=>e).join("; ")
const a=n.problems.length>0&&n.problems.every(({code:e})=>e==="plan/base-blocked")
e.end(t,{outcome:a?"skipped":"failed",error:{message:o,...r!==undefined&&{file:r},...i!==undefined&&{line:i}}})}async function endUnchanged({plan:e,registry:t,signal:n},s,i){const{decision:o,platform:a}=i
if(o.kind!=="unchanged")return
const c=e.services.find(({name:e})=>e===i.service)
const find=async()=>{const n=await t.imageFacts(`${(0,r._)(i.contentRef)}@${o.digest}`,a)
if(n===undefined||c===undefined)throw new Error(`${i.contentRef} was there when the run was planned and is gone now; run it again`)
const s="unchanged"
return{outcome:s,...rowFacts(n,c,e.source,{platform:a,outcome:s})}}
await s.endBy(i,find,{signal:n})}async function exportDefinition(e){const{outDir:t,driver:n,...s}=e.options??{}
const r=i.join(t??"","bake.json")
const o={...e,...s}
if(t!==undefined){await(0,f.mkdir)(t,{recursive:true})
await(0,f.writeFile)(r,bakeFileText(bakeDefinition(o)),{mode:384})}return bakeCommand(r,o)}var j=n(17048)
async function proxyArgs(e){const t=i.join(e.DOCKER_CONFIG||i.join((0,p.homedir)(),".docker"),"config.json")
let n
try{n=JSON.parse(await(0,f.readFile)(t,"utf8"))?.proxies}catch{return[]}const s=typeof n==="object"&&n!==null?Object.values(n):[]
const r=new Set(s.flatMap(e=>typeof e==="object"&&e!==null?Object.keys(e):[]))
return Object.entries(P).flatMap(([e,t])=>r.has(e)?[t]:[])}const P={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}
var I=n(32563)
async function cacheFor(e,t,n,s){const{env:r,cwd:o,log:a}=t
const c=e.cacheType==="auto"?fittingCache(r,s):e.cacheType
const u=cacheScopes(n.source,r)
const without=e=>{a(`no cache: ${e}`)
return d}
if(c==="none")return d
if(c==="gha"&&!hasGitHubCache(r))return without("GitHub's needs ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL, which GitHub gives to actions, not to `run:` steps")
if(c!=="local")return{kind:c,...u}
const l=e.cacheFolder?i.resolve(o,e.cacheFolder):i.join((0,I.nF)(r),"layers")
try{await(0,f.mkdir)(l,{recursive:true})}catch(e){return without(`${l} cannot be made: ${e.message}`)}return{kind:c,...u,folder:l}}async function attestFor({provenance:e,sbom:t},{env:n},s,r){const i=builderIdOf(n)
const o={provenance:e,...i!==undefined&&{builderId:i}}
const a=provenanceProblems(s,o,e==="max"?await proxyArgs(n):[])
if(a.length>0)throw new l.yo(a)
if(t===undefined)return o
const c=t==="on"?"docker.io/docker/buildkit-syft-scanner:stable-1":t
return{...o,sbom:(await r.resolve(c)).pinned}}function engineLook({builder:e},{docker:t,signal:n}){let s
const engine=()=>{s??=(0,j.P7)(t,{signal:n,...e!==undefined&&{builder:e}})
return s}
return{engine:engine,watching:e=>({...e,async manifest(t){const n=await e.manifest(t)
if(n===undefined&&/:content-[^/]+$/.test(t))engine().catch(()=>{})
return n}})}}var A=n(58031)
var T=n(73024)
var _=n(60399)
var C=n(57551)
var R=n(49580)
var N=n(97691)
async function planFor(e,t,n,s){const{plan:r,out:o}=e
if(r===undefined||r==="new")return(0,R.plan)(e,t,n,s)
const a=(0,_.lS)(r)
const c=a?i.resolve(o,"plan.json"):i.resolve(t.cwd,r)
const d=a?(0,_.l1)(r,"lucid.plan"):await(0,A.u0)(c,"lucid.plan",1)
if(d===undefined)throw new l.yo({code:"document/missing",message:"there is no such plan",at:{file:r},fix:"write one with `lucid plan`, or leave the option out to have one made"})
const u=i.dirname(i.resolve(t.cwd,e.catalog))
if(!(0,T.existsSync)(u))throw new l.yo({code:"catalog/unreadable",message:"there is no such folder, which the plan's paths are relative to",at:{file:u},fix:"name the catalog that the plan was made of with --catalog"})
const f={...d,root:u}
const p=partOf(f,a?"the packed plan":r,e,s)
await(0,A.ft)(o,!a&&i.resolve(o,"plan.json")===c?f:p)
return p}function partOf(e,t,{service:n,phase:s,platform:r},i="to-build"){const o=e.services.filter(({name:t})=>e.selected.includes(t))
const a=(0,C.Z)({...e,file:t,services:o},{services:n,phases:s});(0,N.F)(r,e.services)
const c=(0,N.i)(r)
if(a.length===o.length&&c.length===0)return e
const d=new Set(a.map(({name:e})=>e))
const u=e.selected.filter(e=>d.has(e))
for(const t of d){const n=e.services.find(e=>e.name===t)?.needs??[]
for(const e of i==="to-run"?n:[])d.add(e)
for(const n of e.images)if(n.service===t)for(const e of Object.values(n.from))d.add(e)}return{...e,selected:u,images:e.images.filter(e=>d.has(e.service)&&(c.length===0||c.includes(e.platform)))}}var D=n(7078)
var L=n(61049)
async function buildFromRegistry(e,t){const n=await Promise.all(e.images.map(n=>find(n,e,t)))
return{kind:"lucid.build",version:1,revision:e.source.revision,images:n,command:[],durationMs:0}}async function find(e,{services:t,source:n},s){const{platform:r,fingerprint:i,contentRef:o,decision:a}=e
const c=t.find(({name:t})=>t===e.service)
if(c===undefined)throw new Error(`the plan has an image of ${e.service}, but no such service`)
const d={service:c.name,platform:r,fingerprint:i,contentRef:o,checks:[]}
if(a.kind==="blocked")return{...d,outcome:"failed",error:{message:a.problems[0]?.message??"cannot be planned"}}
const u=await s.imageFacts(o,r)
if(u===undefined)return{...d,outcome:"skipped",error:{message:`is not in the registry: ${o}`}}
const f=rowFacts(u,c,n,{platform:r,outcome:"unchanged"})
const l=a.kind==="build"&&a.keep?.digest===u.digest
return{...d,outcome:a.kind==="build"&&!l?"built":"unchanged",...f}}var B=n(38522)
var F=n(74434)
const H="application/vnd.lucid.note.v1+json"
const U={run:"com.lucid.run",row:"com.lucid.row"}
const G=5e5
const Y=16*1024*1024
function runId({GITHUB_ACTIONS:e,GITHUB_REPOSITORY:t,GITHUB_RUN_ID:n}){return e==="true"&&n?`${t??""}/${n}`:undefined}const noteRef=(e,t)=>`${e}.${t}`
async function writeNote(e,t,n,{run:s,row:i}){const o={[B.constants.BROTLI_PARAM_QUALITY]:6}
const a=(0,B.brotliCompressSync)(JSON.stringify(i),{params:o}).toString("base64")
if(a.length>G)return
const{digest:c,size:d}=await e.putBlob((0,r._)(t),F.Ro)
const u={mediaType:"application/vnd.oci.empty.v1+json",digest:c,size:d}
const f={...{schemaVersion:2,mediaType:F.Yt,artifactType:H,config:u,layers:[u]},annotations:{[U.run]:s,[U.row]:a}}
await e.putManifest(noteRef(t,n),(new TextEncoder).encode(JSON.stringify(f)),F.Yt)}async function readNote(e,t,n,s){const r=await e.manifest(noteRef(t,n)).catch(()=>undefined)
if(r?.content.kind!=="image"||r.content.artifactType!==H)return undefined
const{[U.run]:i,[U.row]:o=""}=r.content.annotations
if(i!==s)return undefined
try{const e=(0,B.brotliDecompressSync)(Buffer.from(o,"base64"),{maxOutputLength:Y}).toString()
const t=JSON.parse(e)
return typeof t==="object"&&t!==null?t:undefined}catch{return undefined}}async function leaveNotes(e,t,n,s){const r=runId(s.env)
const{event:i}=n.source
if(r===undefined||s.signal.aborted||i.kind==="pull_request"&&i.fork)return
const o=(0,D.cs)({mirror:new Map},s)
const a=await Promise.all(e.map(async e=>{const s=n.images.find(({service:t,platform:n})=>t===e.service&&n===e.platform)
if(s===undefined)return undefined
return writeNote(o,s.contentRef,t,{run:r,row:e}).then(()=>undefined,e=>e.message.split("\n",1)[0])}))
const c=a.find(e=>e!==undefined)
if(c!==undefined)s.log(`not all could be left in the registry for the report: ${c}`)}async function recall(e,t,n){const{out:s,publishResult:r}=e
const i=(0,D.cs)(e,t)
const o=runId(t.env)
if(r!==undefined&&(0,_.lS)(r))await(0,A.ft)(s,(0,_.l1)(r,"lucid.publish"))
const a=await(0,A.Gi)(s,"lucid.build",1)??await recallBuild(n,i,o)
await(0,A.ft)(s,a)
if(await(0,A.Gi)(s,"lucid.smoke",1)!==undefined)return
await(0,A.ft)(s,await recallSmoke(n,a,i,o))}async function recallBuild(e,t,n){const s=await buildFromRegistry(e,t)
const r=await Promise.all(s.images.map(async e=>{const s=n===undefined?undefined:await readNote(t,e.contentRef,"build",n)
if(s===undefined)return e
const r=s
if(e.digest===undefined)return r.outcome==="failed"||r.outcome==="cancelled"?r:e
return r.digest===e.digest?r:e}))
return{...s,images:r}}async function recallSmoke(e,t,n,s){const i=await Promise.all(t.images.map(async({service:t,platform:i,digest:o,contentRef:a})=>{if(o===undefined||!e.selected.includes(t))return[]
const c=s===undefined?undefined:await readNote(n,a,"tried",s)
if(c?.digest===o)return[c]
const d=await(0,L.r$)(n,(0,r._)(a),o)
if(d?.verdict!=="healthy")return[]
const u=`these very bytes passed smoke before, for ${d.revision.slice(0,12)}`
const f=`${(0,r._)(a)}@${o}`
return[{service:t,platform:i,ref:f,digest:o,verdict:"skipped",reason:u,passedBefore:d.revision,probes:[]}]}))
const{revision:o}=e.source
return{kind:"lucid.smoke",version:1,revision:o,network:e.network,services:i.flat(),durationMs:0}}var W=n(9937)
async function resume(e,t,n){const s=new Set(e.selected)
const find=async e=>{const{decision:r,service:i,contentRef:o,platform:a}=e
if(r.kind!=="build")return e
const c=n==="none"||r.reasons.some(({kind:e})=>e==="forced")
if(c&&s.has(i))return e
const d=await(0,W.F1)(t,o,a)
if(d===undefined)return e
const u=[{kind:"already-built",detail:"built since the plan was made"}]
return{...e,decision:{kind:"unchanged",reasons:u,...d}}}
return{...e,images:await Promise.all(e.images.map(find))}}function onRunner(e,{env:t}){const n=t.RUNNER_NAME
if(!n)return e
return e.map(e=>e.startedAt===undefined||e.runner!==undefined?e:{...e,runner:n})}var V=n(97898)
async function writeSubjects(e,t,n){const s=(0,V.Z)(n)
if(s.length>0)await(0,A.f8)(i.join(e,`${t}-subjects.txt`),(0,V.T)(s))}var q=n(22117)
var z=n(54684)
async function verify_verify(e,t){const n=(0,D.cs)(e,t)
const s=await planFor(e,t,n)
const{images:r}=await buildFromRegistry(s,n)
const i=r.filter(({service:e})=>s.selected.includes(e))
const o=await verifyImages(t,n,s,r,i)
await(0,A.ft)(e.out,o)
return o}async function verifyImages(e,t,n,s,r){const i=await openVerifier(e,t,n)
return i.result(await i.look(r,s))}async function openVerifier({docker:e,progress:t,signal:s,now:r},i,o){const{Verifier:a}=await n.e(3229).then(n.bind(n,93229))
const floatingTag=e=>normalTag(e,o)
const c=e===undefined?{}:{docker:e}
return new a({plan:o,registry:i,...c,floatingTag:floatingTag,progress:t,signal:s,now:r})}function normalTag(e,{source:t,project:n}){const s={kind:"push",branch:t.defaultBranch??"main"}
return(0,z.T)(e,{...t,event:s},{project:n}).floating[0]}async function verifyUnproven(e,t,n,s){const{images:r}=s
const i=await publishedDigests(t,n,r.filter(isOpen))
const o=r.filter(e=>isOpen(e)&&(e.outcome==="built"||!i.has(e.digest??"")))
const a=o.length===0?undefined:await lookAt(e,t,n,r,o)
const{images:c}=(0,q.u)(s,a??{images:[]})
const why=e=>{if(!isOpen(e))return undefined
const t=e.outcome==="built"?undefined:i.get(e.digest??"")
return t===undefined?"cancelled":`already published as ${t}; lucid verify looks again`}
return{...s,images:c.map(e=>{const t=why(e)
return t===undefined?e:{...e,unchecked:[{id:"layers",reason:t}]}})}}function verifyAsBuilt(e,t,n){const standsAlone=({service:e,platform:t})=>n.images.some(n=>n.service===e&&n.platform===t&&Object.keys(n.from).length===0)
let s
const r=[]
const look=async r=>{s??=openVerifier(e,t,n)
const i=await s
return i.look([r],[])}
return{take(t){if(t.outcome!=="built"||!isOpen(t)||!standsAlone(t)||e.signal.aborted)return
const n=look(t)
n.catch(()=>{})
r.push(n)},async into(t){const n=await Promise.all(r.map(t=>t.catch(t=>{if(e.signal.aborted)return[]
throw t})))
return(0,q.u)(t,{images:n.flat()})}}}const isOpen=({digest:e,checks:t})=>e!==undefined&&!t.some(({id:e})=>e==="layers")
async function lookAt(e,...t){if(e.signal.aborted)return undefined
return verifyImages(e,...t).catch(t=>{if(e.signal.aborted)return undefined
throw t})}async function publishedDigests(e,t,n){const s=new Set(n.flatMap(({service:e,outcome:t})=>t==="unchanged"?[e]:[]))
const r=await Promise.all(t.services.filter(({name:e})=>s.has(e)).map(async n=>{const s=normalTag(n,t)
const r=s===undefined?undefined:await e.manifest(`${n.image}:${s}`)
const{content:i,descriptor:o}=r??{}
const a=i?.kind==="index"?i.manifests.map(({digest:e})=>e):[]
return[...a,...o===undefined?[]:[o.digest]].map(e=>[e,s??""])}))
return new Map(r.flat())}async function build_build(e,t){const n=(0,D.cs)(e,t)
const s=engineLook(e,t)
const r=await planFor(e,t,e.print?n:s.watching(n))
const i=e.plan!==undefined&&e.plan!=="new"
const o=i?await resume(r,n,e.noCache?"none":"use"):r
if(e.print)return print(e,t,n,o)
const a=await buildPlan(e,t,n,o,s)
const c=a.images.filter(({outcome:e})=>e!=="unchanged"&&e!=="skipped")
await leaveNotes(c,"build",o,t)
return a}async function buildPlan(e,t,n,s,r){const{docker:i,env:o,progress:a,signal:c,now:d}=t
const{builder:u,maxParallel:f}=e
const l=s.images.flatMap(({decision:e,platform:t})=>e.kind==="build"?t:[])
const p={build:true,platforms:[...new Set(l)]}
const m=l.length===0?undefined:(0,j.hh)(await r.engine(),p)
const h=m?.builder?.driver??"docker"
const g=verifyAsBuilt(t,n,s)
const w=await build({plan:s,root:s.root,docker:i,registry:n,env:o,progress:a,signal:c,now:d,ended:e=>g.take(e),options:{...m!==undefined&&await settings(e,t,n,s,h),outDir:e.out,...u!==undefined&&{builder:u},...f!==undefined&&{parallel:f},...m?.native!==undefined&&{native:m.native}}})
const y=await verifyUnproven(t,n,s,await g.into(w))
const k={...y,images:onRunner(y.images,t)}
await(0,A.ft)(e.out,k)
await writeSubjects(e.out,"build",k)
return k}async function print(e,t,n,s){const r=await settings(e,t,n,s,"docker")
return bakeDefinition({plan:s,root:s.root,env:t.env,...r})}async function settings(e,t,n,s,r){const[i,o]=await Promise.all([cacheFor(e,t,s,r),attestFor(e,t,s,n)])
return{cache:i,attest:o,driver:r,steps:e.noCache?"anew":"cached"}}var K=n(11011)
var J=n(989)
function makeBaseline(e,t){const n=new Map
for(const{finding:s,fingerprint:r,occurrence:i}of(0,J.W)(e,t)){const{code:e,at:t,message:o}=s
const a=n.get(r)
n.set(r,{...a??{rule:e,file:t?.file??"",fingerprint:r,message:o},count:i})}const key=({file:e,rule:t,fingerprint:n})=>`${e}\n${t}\n${n}`
const s=[...n.values()].sort((e,t)=>key(e)<key(t)?-1:1)
return{kind:"lucid.lint-baseline",version:1,findings:s}}function compareBaseline(e,t,n){const s=new Map(t.findings.map(({fingerprint:e,count:t})=>[e,t]))
const r=(0,J.W)(e,n).flatMap(({finding:e,fingerprint:t})=>{const n=s.get(t)??0
if(n>0)s.set(t,n-1)
return n>0?[]:[e]})
const i=[...s.values()].reduce((e,t)=>e+t,0)
return{fresh:r,old:e.length-r.length,gone:i}}function readBaseline(e){let t
try{t=JSON.parse(e)}catch{return undefined}if(typeof t!=="object"||t===null)return undefined
const{kind:n,version:s,findings:r}=t
const i=Array.isArray(r)&&r.every(e=>typeof e?.fingerprint==="string"&&Number.isSafeInteger(e.count)&&(e.count??0)>0)
return n==="lucid.lint-baseline"&&s===1&&i?t:undefined}async function withBaseline(e,t,{baseline:n,updateBaseline:s},r){if(n===undefined){if(!s)return undefined
const e="add --baseline FILE"
throw new l.yo({code:"options/value",message:"update-baseline does not know which file",fix:e})}if(!s)return compareBaseline(e,await read(i.resolve(r,n),n),t)
const o=makeBaseline(e,t)
await(0,A.f8)(i.resolve(r,n),`${JSON.stringify(o,undefined,"\t")}\n`)
return compareBaseline(e,o,t)}async function read(e,t){let n
try{n=await(0,f.readFile)(e,"utf8")}catch(e){const n=e instanceof Error?e.message:String(e)
const s="write it with --update-baseline"
throw new l.yo({code:"options/baseline",message:"the baseline cannot be read",at:{file:t},why:n,fix:s},{cause:e})}const s=readBaseline(n)
if(s!==undefined)return s
const r="write it again with --update-baseline"
throw new l.yo({code:"options/baseline",message:"that is no baseline of version 1",at:{file:t},fix:r})}async function runChecks(e,t,n){const s=JSON.stringify(asBakeText({group:{default:{targets:Object.keys(t)}},target:t}))
const r={BUILDX_GIT_INFO:"false",BUILDX_NO_DEFAULT_ATTESTATIONS:"1"}
const i=["buildx","bake","--file=-","--call=check,format=json","--progress=quiet"]
const{stdout:o,stderr:a}=await e(i,{...n,input:s,env:r})
const c=readChecks(o)
if(c!==undefined)return c
return a.trim().split("\n").at(-1)?.replace(/^ERROR: /,"")||"docker buildx gave no answer"}function readChecks(e){let t
try{t=JSON.parse(e)}catch{return undefined}return Object.fromEntries(Object.entries(t.target??{}).map(([e,{check:t}])=>{const n=t?.buildError?.message??t?.error
const s=(t?.warnings??[]).flatMap(toWarning)
return[e,{warnings:s,...n!==undefined&&{error:n.split("\n")[0]??n}}]}))}function toWarning({ruleName:e,detail:t,description:n,url:s,location:r}){if(e===undefined)return[]
const i=r?.ranges?.[0]
const[o,a]=[i?.start?.line,i?.end?.line]
return[{rule:e,detail:t??n??e,...s?.startsWith("https://")&&{url:s},...o!==undefined&&o>0&&{line:o},...a!==undefined&&a>0&&{endLine:a}}]}var X=n(70651)
const Z=1e4
const Q="docker-image://scratch"
async function checkBuilds(e,t,n,s){if(n.buildChecks==="off")return{checks:[]}
const r=await inTheWay(s)
if(r.length>0&&n.buildChecks==="on")throw new l.yo(r)
if(r.length>0)return{checks:[],skipped:r.map(({message:e})=>e).join("; ")}
const i=new Map(e.flatMap(e=>"selected"in e?[[e.service.name,e]]:[]))
const run=(e,n,r)=>runChecks(s.docker,Object.fromEntries(e.map(e=>[targetName(e.service),targetOf(e,t,n)])),{cwd:t,signal:r})
const o=[...i.values()]
const a=n.offline?"offline":await run(o,"asked",AbortSignal.any([s.signal,AbortSignal.timeout(Z)]))
s.signal.throwIfAborted()
const c=typeof a==="string"?o:o.filter(({service:e})=>a[targetName(e)]?.error!==undefined)
const d=c.length===0?{}:await run(c,"empty",s.signal)
s.signal.throwIfAborted()
if(typeof d==="string")return{checks:[],skipped:d}
const u=o.flatMap(e=>{const t=targetName(e.service)
const n=d[t]
const s=n??(typeof a==="string"?undefined:a[t])
return s===undefined?[]:toChecks(e,s,n===undefined?"asked":"empty")})
return{checks:u}}async function inTheWay({docker:e,signal:t}){const n=await(0,j.P7)(e,{signal:t})
return(0,j.p7)(n,{}).concat(n.buildx===undefined&&n.server!==undefined?[{code:"engine/buildx-missing",message:"buildx is not installed",fix:"install the package docker-buildx-plugin"}]:[])}const targetName=({name:e})=>e.replace(/[^A-Za-z0-9_-]/g,"_")
function targetOf({service:e,dockerfile:t,trace:n,args:s,platform:r,from:i},o,a){const within=e=>e==="."?o:`${o}/${e}`
const c=a==="asked"?[]:n.images.filter(({use:e})=>e!=="syntax").map(({ref:e})=>(0,X.p2)(e))
const d=Object.entries(e.contexts).map(([e,t])=>[(0,X.p2)(e),t.kind==="path"?within(t.path):Q])
const u=t.directives.find(({name:e})=>e==="syntax")
return{context:within(e.context),dockerfile:within(e.dockerfile),...a==="empty"&&u!==undefined&&{"dockerfile-inline":withoutLine(t.text,u.line)},...e.target!==undefined&&{target:e.target},platforms:[r],args:s,contexts:Object.fromEntries([...c.map(e=>[e,Q]),...Object.keys(i).map(e=>[e,Q]),...d])}}function withoutLine(e,t){const n=e.split("\n")
const s=n.findIndex(e=>!/^#\s*\w+\s*=/.test(e))
const r=n.slice(0,s<0?n.length:s)
r.splice(t-1,1)
return[...r,"#",...n.slice(r.length+1)].join("\n")}function toChecks({service:e,dockerfile:t,trace:n},{warnings:s},r){const i=new Set(n.unset.filter(({certainty:e})=>e==="maybe").map(({name:e})=>e))
return s.filter(({rule:e,detail:t})=>{const s=e==="UndefinedVar"?/'\$\{?(\w+)\}?'/.exec(t)?.[1]:undefined
const o=r==="empty"||n.named.length>0
return!(o&&s!==undefined&&i.has(s))}).map(({rule:n,detail:s,url:r,line:i,endLine:o})=>({rule:n,detail:s,...r!==undefined&&{url:r},at:{file:t.file,line:i??1,...o!==undefined&&o!==i&&{endLine:o}},service:e.name}))}const ee=2e3
async function askDigests(e,t,n){const s=e.flatMap(({trace:e})=>e?.images??[])
const r=new Set(s.map(({ref:e})=>e).filter(e=>!e.includes("@")&&!e.includes("$")))
if(t.offline||r.size===0)return undefined
const i=AbortSignal.any([n.signal,AbortSignal.timeout(ee)])
const o=(0,D.cs)(t,{...n,signal:i})
const a=new Map
await Promise.all([...r].map(async e=>{const t=await o.resolve(e).catch(()=>undefined)
if(t!==undefined)a.set(e,t.digest)}))
return e=>a.get(e)}var te=n(70673)
var ne=n(66552)
function applyEdits(e,t){const n=new Map
const s=[]
for(const r of e){const e=r.edits??[]
if(e.length===0)continue
const i=e.filter(e=>!(n.get(e.file)??[]).some(t=>isSame(e,t)))
const o=i.every(e=>isWithin(e,t(e.file))&&!(n.get(e.file)??[]).some(t=>meets(e,t)))
const a=i.every((e,t)=>!i.slice(0,t).some(t=>meets(e,t)))
if(!o||!a)continue
for(const e of i)n.set(e.file,[...n.get(e.file)??[],e])
s.push(r)}const r=[...n].flatMap(([e,n])=>{const s=t(e)??""
const r=rewrite(s,n)
return r===s?[]:[[e,r]]})
return{files:new Map(r),findings:s}}const isSame=(e,t)=>e.from===t.from&&e.to===t.to&&e.replacement===t.replacement
const isWithin=({from:e,to:t},n)=>n!==undefined&&Number.isSafeInteger(e)&&e>=0&&e<=t&&t<=n.length
const meets=(e,t)=>e.file===t.file&&(e.from===t.from||e.from<t.to&&t.from<e.to)
function rewrite(e,t){const n=[...t].sort((e,t)=>t.from-e.from)
return n.reduce((e,{from:t,to:n,replacement:s})=>e.slice(0,t)+s+e.slice(n),e)}const se=10
async function fixFiles({root:e,look:t,mode:s}){const{createTwoFilesPatch:r}=await n.e(4023).then(n.bind(n,44023))
const o=new Map
const a=new Map
const c=(0,ne.DR)(e)
let d=0
for(let n=0;n<(s==="write"?se:1);n++){const n=await t()
const r=new Map
for(const t of new Set(n.flatMap(({edits:e=[]})=>e.map(e=>e.file))))r.set(t,c.look(t)==="file"?await exactText(i.join(e,t)):undefined)
const u=applyEdits(n,e=>r.get(e))
if(u.files.size===0)break
d+=u.findings.length
for(const[t,n]of u.files){if(!o.has(t))o.set(t,r.get(t)??"")
a.set(t,n)
if(s==="write")await write(e,t,n)}}const u=[...a].sort().map(([e,t])=>({file:e,diff:r(`a/${e}`,`b/${e}`,o.get(e)??"",t).replace(/^=+\n/,"")}))
return{findings:d,written:s==="write",files:u}}async function exactText(e){const t=await(0,f.readFile)(e)
const n=t.toString("utf8")
return Buffer.from(n).equals(t)?n:undefined}async function write(e,t,n){try{await(0,f.writeFile)(i.join(e,t),n)}catch(e){const n=e instanceof Error?e.message:String(e)
throw new l.yo({code:"lint/unwritable",message:"cannot be mended",at:{file:t},why:n},{cause:e})}}var re=n(52602)
var ie=n(89821)
var oe=n(33386)
async function lint(e,t){const n=await look(e,t)
const{catalog:s,selected:r}=n
const i=e.fix?await fixFiles({root:s.root,mode:e.dryRun?"show":"write",look:async()=>(await look(e,t,n.outside)).findings}):undefined
const{findings:o,text:a}=i?.written&&i.files.length>0?await look(e,t):n
const c=await withBaseline(o,a,e,t.cwd)
const d=await writeLint(e.out,c?.fresh??o,r,{skipped:n.skipped,...c&&{baseline:{old:c.old,gone:c.gone}},...i&&{fixed:i}})
await writeSarif(d,s,a,e,t)
return d}async function look(e,t,n){const s=await(0,D.O_)(e,t)
const{files:r,around:o}=await(0,D.rB)(s.root,(0,oe.O)(s.root,t))
const a=(0,C.Z)(s,{services:e.service,phases:e.phase})
const c=await(0,ie.c)(s,r).readAll(a,[],"to-build")
const[d,u,f]=n===undefined?await Promise.all([(0,re.O)({catalog:s,subjects:(0,te.Z6)(c),around:o},e,t),checkBuilds(c,s.root,e,t),askDigests(c,e,t)]):[]
const l=n??{...d&&{packages:d.packages},...u&&{buildChecks:u.checks},...f&&{digest:f}}
const p=(0,te.WX)({inputs:c,services:a,catalog:s,around:o,...l})
const m=(d?.troubles??[]).map(e=>({check:"packages",why:e}))
if(u?.skipped!==undefined)m.push({check:"build-checks",why:u.skipped})
const text=e=>o.text(e===s.file?i.basename(e):e)
return{catalog:s,selected:a,findings:p,text:text,outside:l,skipped:m}}async function writeLint(e,t,n,s={}){const r=new Set(n.map(({dockerfile:e})=>e))
const i={kind:"lucid.lint",version:1,findings:t,files:r.size,...s}
await(0,A.ft)(e,i)
return i}async function writeSarif(e,t,s,r,o){const{toSarif:a}=await n.e(3352).then(n.bind(n,20971))
const c=(await(0,oe.O)(t.root,o)(["rev-parse","--show-prefix"]))?.trim()??""
const d=`${JSON.stringify(a(e,{version:K.r,prefix:c,catalog:t.file,text:s}))}\n`
const u=[i.join(r.out,"lint.sarif"),...r.sarif===undefined?[]:[i.resolve(o.cwd,r.sarif)]]
await Promise.all(u.map(e=>(0,A.f8)(e,d)))}async function openSigner({by:e,log:t},n){const s=await(0,f.mkdtemp)(i.join((0,p.tmpdir)(),"lucid-sign-"))
const done=()=>(0,f.rm)(s,{recursive:true,force:true})
const cosign=(...e)=>run(n,e)
try{await cosign("version")
const r=e.kind==="key"?await publicKey(cosign,e.key,s):identity(n.env)
return{sign:n=>signOne(cosign,n,e,t,r),[Symbol.asyncDispose]:done}}catch(e){await done()
throw e}}async function signOne(e,t,n,s,r){const i=isLoopback(t)?["--allow-http-registry"]:[]
const verify=()=>e("verify",...r,...i,...s?[]:["--insecure-ignore-tlog=true"],t)
if((await verify()).ok)return
const o=n.kind==="key"?[`--key=${n.key}`,`--tlog-upload=${s}`]:[]
const a=await e("sign","--yes",...o,...i,t)
if(!a.ok)throw new l.yo({code:"sign/failed",message:`${t} could not be signed`,why:a.said,fix:n.kind==="keyless"?'give the job "permissions: id-token: write", which signing without a key needs':"check the key and COSIGN_PASSWORD, and that the login may push"})
const c=await verify()
if(!c.ok)throw new l.yo({code:"sign/unverified",message:`${t} was signed, but the signature cannot be verified`,why:c.said,fix:"publish again: what is done is found and kept"})}async function publicKey(e,t,n){const{ok:s,said:r}=await e("public-key",`--key=${t}`)
const o=/-----BEGIN PUBLIC KEY-----[\s\S]*-----END PUBLIC KEY-----/.exec(r)?.[0]
if(!s||o===undefined)throw new l.yo({code:"sign/key",message:"the key to sign with cannot be read",why:r,fix:"name it with sign-key, and its password with COSIGN_PASSWORD"})
const a=i.join(n,"key.pub")
await(0,f.writeFile)(a,`${o}\n`)
return[`--key=${a}`]}function identity(e){const{GITHUB_ACTIONS:t,GITHUB_REPOSITORY:n,GITHUB_SERVER_URL:s="https://github.com"}=e
if(t!=="true"||!n)return["--certificate-identity-regexp",".+","--certificate-oidc-issuer-regexp",".+"]
const r=`${s}/${n}/`.replace(/[.+?^${}()|[\]\\*]/g,"\\$&")
const i="https://token.actions.githubusercontent.com"
return["--certificate-identity-regexp",`^${r}`,"--certificate-oidc-issuer",i]}async function run({exec:e,signal:t},n){const s={...t&&{signal:t},keep:1<<16}
const r=await e(["cosign",...n],s).catch(e=>{throw new l.yo({code:"sign/no-cosign",message:"cosign cannot be run",why:e instanceof Error?e.message:String(e),fix:"install it (the action sigstore/cosign-installer does), or leave `sign` out"},{cause:e})})
t?.throwIfAborted()
const{exitCode:i,stdout:o,stderr:a}=r
return{ok:i===0,said:i===0?o:lastLines(a)}}function lastLines(e){const t=e.split("\n").filter(e=>e.trim()!==""&&!e.startsWith("WARNING"))
return t.slice(-3).join(" ").replace(/[\u0000-\u001f\u007f-\u009f]/g," ").slice(0,500)}function isLoopback(e){return/^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?\//.test(e)}async function compareRevisions(e,t,n){if(t===n)return"same"
const s=await Promise.all([t,n].map(t=>e(["cat-file","-e","--end-of-options",`${t}^{commit}`])))
if(s.includes(undefined))return"unknown"
const isBefore=async(t,n)=>await e(["merge-base","--is-ancestor","--end-of-options",t,n])!==undefined
if(await isBefore(t,n))return"newer"
if(await isBefore(n,t))return"older"
return"unknown"}var ae=n(44792)
var ce=n(27623)
async function compareOnGitHub(e,t,n,s,r){const i=(0,ae._M)(e)
if(!t||i===undefined)return"unknown"
const{rest:o}=await(0,ae.o6)(e,{token:t,effort:"patient"})
try{const e=`${n}...${s}`
const{data:t}=await o.repos.compareCommitsWithBasehead({...i,basehead:e,per_page:1})
const r={identical:"same",ahead:"newer",behind:"older"}
return r[t.status]??"unknown"}catch(e){(0,ce.X)(e,"compare this commit with the published one","contents: read",r)
return"unknown"}}const de="application/vnd.oci.image.index.v1+json"
const ue=[...["revision","created","source","version","url","title","description","licenses"],...["base.name","base.digest"]].map(e=>`org.opencontainers.image.${e}`)
const fe=new Set(["org.opencontainers.image.base.digest"])
function makeIndex(e){const t=[...e].sort((e,t)=>e.platform<t.platform?-1:e.platform>t.platform?1:0)
const n=t.flatMap(({labels:e})=>Object.keys(e).filter(e=>e.startsWith("com.lucid.")))
const s=[...ue,...[...new Set(n)].sort()].flatMap(e=>{const n=t.map(({labels:t})=>t[e])
const s=n.find(e=>e!==undefined&&e!=="")
const r=s!==undefined&&(!fe.has(e)||n.every(e=>e===s))
return r?[[e,s]]:[]})
const r={schemaVersion:2,mediaType:de,manifests:[...t.map(descriptorOf),...t.flatMap(({attestations:e})=>e)],...s.length>0&&{annotations:Object.fromEntries(s)}}
const i=(new TextEncoder).encode(JSON.stringify(r))
return{bytes:i,digest:`sha256:${(0,E.createHash)("sha256").update(i).digest("hex")}`}}function hasSameImages({content:e},t){if(e.kind!=="index")return false
const n=JSON.parse((new TextDecoder).decode(t.bytes)).manifests
const names=e=>e.filter(e=>!isAttestation(e)).map(({digest:e})=>e).sort().join()
return names(e.manifests)===names(n)}function isAttestation({platform:e}){return e?.os==="unknown"}function descriptorOf({mediaType:e,digest:t,manifestSize:n,os:s,architecture:r,variant:i}){const o={architecture:r,os:s,...i!==undefined&&{variant:i}}
return{mediaType:e,digest:t,size:n,platform:o}}function gather(e,t,n){const s=[]
const r=[]
for(const i of e.platforms){const mine=t=>t.find(t=>t.service===e.name&&t.platform===i)
const o=mine(n)
const a=mine(t)
if(o!==undefined){const{outcome:e,contentRef:t,digest:n}=o
const a=e==="built"||e==="unchanged"
if(a&&n!==undefined)s.push({platform:i,contentRef:t,digest:n,fresh:e==="built"})
else{const t=e==="skipped"||e==="cancelled"?"skipped":"failed"
const n=o.error?.message??(a?"it has no digest":undefined)
r.push({kind:t,text:`${i}: build ${e}${n===undefined?"":`: ${n}`}`})}}else if(a?.decision.kind==="unchanged")s.push({platform:i,contentRef:a.contentRef,digest:a.decision.digest,fresh:false})
else if(a?.decision.kind==="blocked")r.push({kind:"failed",text:`${i}: ${a.decision.problems[0]?.message??"blocked"}`})
else r.push({kind:"skipped",text:`${i}: not built`})}if(r.length===0&&s.length>0)return{kind:"complete",images:s}
const i=r.some(e=>e.kind==="failed")?"failed":"skipped"
return{kind:i,reason:r.map(({text:e})=>e).join("; ")||"the catalog names no platform for it"}}async function indexOver(e,t,n){const s=await Promise.all(t.map(t=>factsOf(e,t,n)))
return{index:makeIndex(s),facts:s}}async function factsOf(e,{platform:t,contentRef:n,digest:s,fresh:r},i){let o=await e.imageFacts(n,t)
while(o===undefined&&r&&await i.again())o=await e.imageFacts(n,t)
const wrong=(e,t)=>new l.yo({code:"publish/content",message:e,fix:t})
if(o===undefined)throw wrong(`${n} is not in the registry`,"build it again")
if(o.digest!==s&&o.indexDigest!==s)throw wrong(`${n} holds ${o.digest}, but ${s} was built`,"another run built the same source meanwhile: run again")
if(`${o.os}/${o.architecture}`!==t.split("/",2).join("/"))throw wrong(`${n} is made for ${o.platform}, not ${t}`,"build it again for that platform")
return o}const le=50
function patience_patience(e,t,n){let s=le
let r=e
return{async again(){if(r<=0||n?.aborted)return false
const e=Math.min(s,r)
r-=e
s=Math.min(s*2,4e3)
await t(e)
return true},over(){s=le}}}function patientOf({options:e,signal:t},n){const s=n==="signalled"?t:undefined
return patience_patience(e?.lagMs??2e4,waitFor(s),s)}function waitFor(e){return t=>new Promise(n=>{if(e?.aborted)return n()
const end=()=>{clearTimeout(s)
e?.removeEventListener("abort",end)
n()}
const s=setTimeout(end,t)
e?.addEventListener("abort",end,{once:true})})}const pe=new Set(["BLOB_UNKNOWN","MANIFEST_UNKNOWN","MANIFEST_BLOB_UNKNOWN"])
async function putPatiently(e,t,n,s,r){for(;;){try{return await e.putManifest(t,n,s)}catch(e){const t=e.registryCode
if(typeof t!=="string"||!pe.has(t)||!await r.again())throw e}}}async function copyIndex(e,t,n,s,r){const i=JSON.parse((new TextDecoder).decode(s.bytes)).manifests
for(const s of i)await copyImage(e,t,n,s,r)
await putPatiently(e,`${n}@${s.digest}`,s.bytes,de,r)}async function copyImage(e,t,n,s,r){const{digest:i}=s
if(await e.head(`${n}@${i}`)!==undefined)return
const o=await e.manifest(`${t}@${i}`)
if(o===undefined)throw new l.yo({code:"publish/content",message:`${i} of ${t} is gone, so it cannot be copied to ${n}`,fix:isAttestation(s)?"build it again: its attestation was deleted":"build it again"})
const{content:a,bytes:c,descriptor:d}=o
const u=a.kind==="image"?[a.config,...a.layers]:[]
const f=distinct(u).filter(e=>!isForeign(e))
await Promise.all(f.map(s=>e.copyBlob(t,n,s)))
await putPatiently(e,`${n}@${i}`,c,d.mediaType,r)}function distinct(e){return[...new Map(e.map(e=>[e.digest,e])).values()]}function isForeign({mediaType:e}){return/nondistributable|foreign/.test(e)}var me=n(5966)
function failedVerification({policy:e},t){if(e.verify!=="required")return undefined
const n=t.flatMap(({platform:e,checks:t})=>(0,me.H)(t).map(({name:t,actual:n,expected:s})=>`${e}: ${t} is ${n}, not ${s}`))
return n.length===0?undefined:`verification failed: ${n.join("; ")}`}function heldForSource({dirty:e,revision:t},{allowDirty:n=false}){if(n)return undefined
if(t===o.P)return"built without git: no commit stands for it (--allow-dirty lets it pass)"
return e?"uncommitted changes: commit them first (--allow-dirty lets them pass)":undefined}function smokeGate(e,t,n,{requireSmoke:s=true}){if(!s||e.policy.smoke!=="required")return{kind:"open",proven:[]}
if(e.health===undefined&&e.ports.length===0)return{kind:"open",proven:[]}
const r=t.map(t=>{const s=n.filter(n=>n.service===e.name&&n.platform===t.platform)
return{image:t,row:s.find(({digest:e})=>e===t.digest)??s[0]}})
for(const{image:e,row:t}of r)if(t?.verdict==="unhealthy"&&t.digest===e.digest)return{kind:"shut",why:`smoke on ${e.platform}: ${wordsFor(t)}`}
const i=r.filter(({image:e,row:t})=>t?.verdict!=="healthy"||t.digest!==e.digest)
const o=t.filter(e=>!i.some(t=>t.image===e))
if(i.length===0)return{kind:"open",proven:o}
return{kind:"unproven",proven:o,images:i.map(({image:e,row:t})=>({...e,why:whyUnproven(e,t)}))}}function whyUnproven({platform:e,digest:t},n){if(n===undefined||n.verdict==="skipped")return`smoke did not run on ${e}${n?.reason===undefined?"":`: ${n.reason}`}`
if(n.digest!==t)return`smoke on ${e} ran ${n.digest}, which is not what is published`
return`smoke on ${e}: ${wordsFor(n)}`}function wordsFor({verdict:e,failure:t,reason:n}){const s=t?.guess??n
return s===undefined?e:`${e}, ${s}`}async function promote(e){const t={tag:false}
try{return await settle(e,t)}catch(n){if(!t.tag)throw n
const{image:s,tag:r}=e
throw new l.yo({code:"publish/unconfirmed",message:`${s}:${r} may have moved, but that could not be confirmed`,why:n.message.split("\n",1)[0]??"",fix:"publish again: what is done is found and kept"},{cause:n})}}async function settle(e,t){const{registry:n,image:s,tag:r,index:i,signal:o,patient:a}=e
const c=(0,F.bn)(r,e.copies??2)
const look=async()=>{const[e,...t]=await Promise.all([n.head(`${s}:${r}`),...c.map(async e=>{const t=await n.manifest(`${s}:${e}`)
return t&&(0,F.SC)(t,e)})])
return{ledger:t,tag:e?.digest}}
const d=await look()
const u=ourPublication(e,d)
let f=d
const p=new Map
for(let i=0;i<20;i++){const i=await newestOf(e,u,f)
if(i.kind==="unordered")return i
const l=i.publication
const m=nextStep(f,l,l===u?undefined:p)
if(m===undefined)return ending(e,u,l,d.tag)
if(p.size===0&&o?.aborted)return{kind:"cancelled"}
const[h,g,w]=m.kind==="tag"?[`${s}:${r}`,await indexOf(e,l),de]:[`${s}:${c[m.copy]}`,(0,F.XL)(l),F.Yt]
if(m.kind==="ledger"&&f.ledger[m.copy]===undefined)await n.putBlob(s,F.Ro)
t.tag||=m.kind==="tag"
await putPatiently(n,h,g,w,a)
p.set(keyOf(m),valueAt(l,m))
const y=shown(f,m)
f=await look()
while(shown(f,m)===y&&await a.again())f=await look()
a.over()}throw new l.yo({code:"publish/not-shown",message:`${s}:${r} does not come to rest`,why:`the registry shows ${f.tag??"nothing"} where ${i.digest} was written`,fix:"publish again when nobody else does"})}function ourPublication({index:e,revision:t,committedAt:n},{ledger:s}){const r={revision:t,committedAt:n,digest:e.digest,sequence:0}
const i=s.find(e=>(0,F.R3)(e,r))
return i??{...r,sequence:1+Math.max(0,...s.map(e=>e?.sequence??0))}}async function newestOf({order:e,allowUnordered:t},n,{ledger:s}){let r=n
for(const i of s){if(i===undefined)continue
const s=await(0,F.JA)(e,t,i,r)
if(s==="older")r=i
else if(s==="unknown"&&r===n)return{kind:"unordered",than:i}}return{kind:"newest",publication:r}}function nextStep(e,t,n){const s=[...e.ledger.map((e,t)=>({kind:"ledger",copy:t})),{kind:"tag"}]
return s.find(s=>shown(e,s)!==valueAt(t,s)&&(n===undefined||n.get(keyOf(s))===shown(e,s)))}function keyOf(e){return e.kind==="tag"?"tag":`ledger ${e.copy}`}function valueAt(e,t){return t.kind==="tag"?e.digest:`${e.revision} ${e.digest}`}function shown(e,t){if(t.kind==="tag")return e.tag
const n=e.ledger[t.copy]
return n&&valueAt(n,t)}async function indexOf({registry:e,image:t,index:n},{digest:s}){if(s===n.digest)return n.bytes
const r=await e.manifest(`${t}@${s}`)
if(r===undefined)throw new l.yo({code:"publish/index-gone",message:`the index ${s} of ${t} is gone, although it was published last`,fix:"run the newest commit's workflow again"})
return r.bytes}function ending({tag:e},t,n,s){if(n===t)return s!==t.digest?{kind:"moved",...s!==undefined&&{previous:s}}:{kind:"present"}
const r=n.revision===t.revision?"a later run of this commit":`${n.revision.slice(0,12)}, which is newer`
return{kind:"superseded",by:n,why:`${e} was published by ${r}`}}function candidatesFor(e){const begin=t=>({service:e,image:t,images:[],facts:[],tags:[],spent:0})
const t=begin(e.image)
return[t,...(e.copies??[]).map(e=>({...begin(e),of:t}))]}function tagsOf({service:e},t){return t.tags[e.name]??{immutable:[],floating:[]}}function outcomeOf(e){if(e.some(({state:e})=>e==="written"||e==="moved"))return"published"
if(e.some(({state:e})=>e==="present"||e==="kept"))return"unchanged"
return"skipped"}function toRow(e,t,n){const{service:s,image:r,images:i,facts:o,index:a,signed:c}=e
const d=allTags(e,n)
const u=d.some(({state:e})=>e!=="held"&&e!=="kept")
const{outcome:f,reason:l}=together(e,t)
const p=l??(d.length===0?"this run gives it no tag":undefined)
return{service:s.name,image:r,outcome:f,...u&&a&&{digest:a.digest},platforms:i.map(({platform:e,digest:t},n)=>{const{size:s,layers:r}=o[n]??{}
return{platform:e,digest:t,...s!==undefined&&{size:s},...r&&{layers:r.length}}}),tags:d,...t.length>0&&{copies:t.map(e=>copyRow(e,n))},...c&&{signed:c},...p!==undefined&&{reason:p},durationMs:Math.round([e,...t].reduce((e,{spent:t})=>e+t,0))}}function copyRow(e,t){const{image:n,outcome:s="skipped",reason:r}=e
return{image:n,outcome:s,tags:allTags(e,t),...r!==undefined&&{reason:r}}}function allTags(e,t){const{tags:n,reason:s}=e
const r=tagsOf(e,t)
const i=["immutable","floating"].flatMap(e=>r[e].filter(t=>!n.some(n=>n.kind===e&&n.tag===t)).map(t=>({tag:t,kind:e,state:"held",...s!==undefined&&{why:s}})))
return[...n,...i]}function together(e,t){const{outcome:n="skipped",reason:s}=e
for(const e of["failed","cancelled","superseded"]){const s=t.find(t=>t.outcome===e)
if(n===e||n==="failed"||s===undefined)continue
return{outcome:e,reason:`${s.image}: ${s.reason??e}`}}const r=n==="unchanged"&&t.some(e=>e.outcome==="published")
return{outcome:r?"published":n,...s!==undefined&&{reason:s}}}function tell({service:e,of:t,outcome:n,reason:s,tags:r},i){if(t!==undefined&&n!=="failed")return
const o=r.filter(({state:e})=>e==="written"||e==="moved").map(({tag:e})=>e)
const a=s??(o.length>0?o.join(", "):n)
const c=n==="failed"?"failed":"done"
i?.({stage:"publish",subject:e.name,state:c,...a!==undefined&&{text:a}})}function reasonOf(e){if(e instanceof l.yo)return e.problems.map(({message:e,why:t,fix:n})=>[e,t,n&&`fix: ${n}`].filter(Boolean).join("; ")).join(" | ")
return e instanceof Error?e.message:String(e)}async function floating(e,t){const{index:n,tags:s}=e
const r=tagsOf(e,t.plan).floating
if(n===undefined)return
const i=r.length===0?undefined:await gateOf(e,t)
if(i!==undefined){e.reason=i
for(const e of r)s.push({tag:e,kind:"floating",state:"held",why:i})}else if(r.length>0){await prepare(e,n,t)
for(const s of r)await move(e,n,s,t)}e.outcome??=outcomeOf(s)}async function prepare(e,t,n){const s=`${e.image}@${t.digest}`
if(e.stored===undefined)await putPatiently(n.registry,s,t.bytes,de,patientOf(n,"signalled"))
if(n.sign===undefined)return
await n.sign(s)
e.signed=true}async function move(e,t,n,s){const{registry:r,order:i,signal:o,plan:a,options:c}=s
const{revision:d,committedAt:u}=a.source
const f=await promote({...{registry:r,order:i,image:e.image,tag:n,index:t,revision:d,committedAt:u},allowUnordered:c?.allowUnordered??false,patient:patientOf(s,"to the end"),...o&&{signal:o}})
note(e,n,f,d)}function gateOf(e,t){const n=e.of??e
n.gate??=whyHeld(n,t)
return n.gate}async function whyHeld({service:e,image:t,images:n},{plan:s,smoke:r,options:i={},registry:o}){const a=heldForSource(s.source,i)
if(a!==undefined)return a
const c=smokeGate(e,n,r?.services??[],i)
if(c.kind==="shut")return c.why
await floating_record(t,c.proven,s.source.revision,o)
if(c.kind==="open")return undefined
for(const{platform:e,digest:n,why:s}of c.images){const r=await(0,L.r$)(o,t,n)
if(r?.verdict==="unhealthy")return`smoke on ${e}: unhealthy in another job or run, for commit ${r.revision.slice(0,12)}`
if(r===undefined)return s}return undefined}async function floating_record(e,t,n,s){for(const{digest:r}of t){const t=await(0,L.r$)(s,e,r)
if(t?.verdict!=="healthy")await(0,L.E4)(s,e,{digest:r,verdict:"healthy",revision:n})}}function note(e,t,n,s){const r="floating"
const hold=n=>{e.tags.push({tag:t,kind:r,state:"held",why:n})
e.reason??=n}
switch(n.kind){case"present":e.tags.push({tag:t,kind:r,state:"present"})
return
case"moved":{const{previous:s}=n
const i=s===undefined?"written":"moved"
e.tags.push({tag:t,kind:r,state:i,...s!==undefined&&{previous:s}})
return}case"superseded":hold(n.why)
e.outcome="superseded"
return
case"unordered":hold(unorderedWords(t,n.than.revision,s))
return
case"cancelled":hold("cancelled")
e.outcome??="cancelled"
return}}function unorderedWords(e,t,n){const s=[t,n].includes(o.P)
const r=s?"one of them was built without git; --allow-unordered moves the tag all the same":"check out the whole history (fetch-depth: 0), or bring the branches together; --allow-unordered moves the tag all the same"
return`${e}: cannot tell whether ${t.slice(0,12)}, which is published, comes before ${n.slice(0,12)}: ${r}`}async function writeImmutable(e,t){const{registry:n,image:s,tags:r,patient:i,done:o}=e
const a=await Promise.all(r.map(n=>immutable_look(e,n,t)))
const c=r.flatMap((e,t)=>{const n=a[t]
return n?.kind==="taken"?[{tag:e,digest:n.digest}]:[]})
if(c.length>0)throw new l.yo(c.map(({tag:e,digest:n})=>conflict(s,e,n,t.digest)))
let d=a.find(e=>e.kind==="ours")?.index??t
for(const[t,c]of r.entries()){const r=a[t]
const u="immutable"
if(r?.kind==="ours")o({tag:c,kind:u,state:"present"})
else if(r?.kind==="kept"){const{digest:e}=r
o({tag:c,kind:u,state:"kept",previous:e,why:`stays with ${e}, this commit's first build`})}else{await putPatiently(n,`${s}:${c}`,d.bytes,de,i)
d=await immutable_readBack(e,c,d)
o({tag:c,kind:u,state:"written"})}}return d}async function immutable_look(e,t,n){const{registry:s,image:r,revision:i}=e
const o=(await s.head(`${r}:${t}`))?.digest
if(o===undefined)return{kind:"free"}
if(o===n.digest)return{kind:"ours",index:n}
const a=await s.manifest(`${r}@${o}`)
if(a===undefined)return{kind:"taken",digest:o}
if(hasSameImages(a,n))return{kind:"ours",index:{digest:o,bytes:a.bytes}}
return isOfCommit(a,t,i)?{kind:"kept",digest:o}:{kind:"taken",digest:o}}function isOfCommit({content:e},t,n){if(!/^[0-9a-f]{40,64}$/.test(n))return false
return t.includes(n.slice(0,7))||e.annotations["org.opencontainers.image.revision"]===n}async function immutable_readBack({registry:e,image:t,patient:n},s,r){let i=await e.head(`${t}:${s}`)
while(i===undefined&&await n.again())i=await e.head(`${t}:${s}`)
n.over()
if(i===undefined)throw new l.yo({code:"publish/not-shown",message:`${t}:${s} was accepted, but the registry does not show it`,fix:"publish again: what is done is found and kept"})
if(i.digest===r.digest)return r
const o=await e.manifest(`${t}@${i.digest}`)
if(o===undefined||!hasSameImages(o,r))throw new l.yo(conflict(t,s,i.digest,r.digest))
return{digest:i.digest,bytes:o.bytes}}function conflict(e,t,n,s){return{code:"publish/immutable",message:`${e}:${t} already names ${n}, and immutable tags are never overwritten`,why:`this run has ${s}`,fix:"make the tag rule tell the builds apart, make the tag floating, or delete the tag if it is wrong"}}async function publish(e){const t=performance.now()
const{plan:n}=e
const s=n.selected.flatMap(e=>n.services.find(t=>t.name===e)??[])
const r=s.flatMap(candidatesFor)
const i={...e,order:remembering(e.order)}
for(const t of[publish_verify,immutable,copy,floating])await each(r,e.options?.concurrency??16,e=>guarded(t,e,i))
return{kind:"lucid.publish",version:1,revision:n.source.revision,services:r.filter(({of:e})=>e===undefined).map(e=>toRow(e,r.filter(({of:t})=>t===e),n)),durationMs:Math.round(performance.now()-t)}}async function guarded(e,t,n){if(t.outcome!==undefined)return
const s=performance.now()
try{if(n.signal?.aborted)end(t,"cancelled","cancelled")
else await e(t,n)}catch(e){const s=e instanceof l.yo&&e.problems[0]?.code==="publish/unconfirmed"
if(n.signal?.aborted&&!s)end(t,"cancelled","cancelled")
else end(t,"failed",reasonOf(e))}t.spent+=performance.now()-s
if(t.outcome!==undefined)tell(t,n.progress)}async function publish_verify(e,t){const{service:n}=e
const{plan:s,build:r,registry:i,progress:o}=t
if(e.of!==undefined)return
o?.({stage:"publish",subject:n.name,state:"started"})
const a=r?.images.filter(e=>e.service===n.name)??[]
const c=gather(n,s.images,a)
if(c.kind!=="complete")return end(e,c.kind,c.reason)
e.images=c.images
const d=failedVerification(n,a)
if(d!==undefined)return end(e,"failed",d)
Object.assign(e,await indexOver(i,c.images,patientOf(t,"signalled")))}async function immutable(e,t){if(e.of===undefined)await tagOnce(e,t)}async function copy(e,t){const{of:n,image:s,service:r}=e
if(n===undefined)return
const{index:i,images:o}=n
if(n.outcome!==undefined||i===undefined)return end(e,"skipped",`${r.name} was not published`)
const a=tagsOf(e,t.plan)
if(a.immutable.length+a.floating.length===0)return
await copyIndex(t.registry,n.image,s,i,patientOf(t,"signalled"))
Object.assign(e,{index:i,images:o,stored:true})
await tagOnce(e,t)}async function tagOnce(e,t){const{image:n,index:s}=e
if(s===undefined)return
const{registry:r,plan:i,signal:o}=t
e.index=await writeImmutable({...{registry:r,image:n,tags:tagsOf(e,i).immutable,revision:i.source.revision},patient:patientOf(t,"signalled"),done:t=>{e.tags.push(t)
if(t.state!=="kept")e.stored=true
o?.throwIfAborted()}},s)}function end(e,t,n){e.outcome=t
e.reason=n}function remembering(e){const t=new Map
return(n,s)=>{const r=`${n} ${s}`
const ask=async()=>e(n,s)
const i=t.get(r)??ask().catch(()=>"unknown")
t.set(r,i)
return i}}async function each(e,t,n){const s=e.values()
const worker=async()=>{for(const e of s)await n(e)}
await Promise.all(Array.from({length:Math.min(t,e.length)},worker))}var he=n(38815)
function composeFile(e){const{use:t,project:n,network:s,parts:r}=e
const i=t.kind==="smoke"&&{labels:t.labels}
const o=new Set
return compose_literal({name:n,services:Object.fromEntries(r.map(t=>[t.name,{...service(t,e,o),...i,networks:{[s.name]:{aliases:[t.name]}}}])),networks:{[s.name]:{...t.kind==="deployment"&&{name:s.name},...i,...s.subnet!==undefined&&{ipam:{config:[{subnet:s.subnet}]}}}}})}function withoutOwnChecks(e){return{services:Object.fromEntries([...e].map(e=>[e,{healthcheck:ge}]))}}const ge={interval:"24h",start_period:"24h",start_interval:"24h"}
function composeText(e){const t={smoke:"Made from the catalog. Images are pinned by digest; ports are picked by the engine.",deployment:"Made from the catalog. Images are pinned by digest."}[e.use.kind]
const n=doubledPorts(e).map(e=>`# ${e}\n`)
return`# ${t}\n${n.join("")}${(0,he.As)(composeFile(e),{version:"1.1",lineWidth:0,defaultStringType:"QUOTE_DOUBLE",defaultKeyType:"PLAIN",aliasDuplicateObjects:false})}`}function doubledPorts({use:e,parts:t}){if(e.kind==="smoke")return[]
const n=new Map
return t.flatMap(({name:e,ports:t})=>t.flatMap(({published:t,protocol:s})=>{if(t===undefined)return[]
const r=`${t}/${s}`
const i=n.get(r)
if(i===undefined)n.set(r,e)
return i===undefined||i===e?[]:[`${e} wants port ${t} of the host too, which is ${i}'s; it gets one that the engine picks.`]}))}function tcpPorts({health:e,ports:t}){const n=e!==undefined&&"port"in e?[e.port]:[]
return[...new Set([...n,...t.filter(e=>e.protocol==="tcp").map(e=>e.container)])]}function service(e,t,n){const{use:s,parts:r,selfChecked:i}=t
const o=e.needs.filter(e=>r.some(({name:t})=>t===e))
const a=s.kind==="smoke"?ephemeral(e,t.address??"127.0.0.1"):compose_published(e,n)
return{image:e.image,...e.platform!==undefined&&{platform:e.platform},...e.command!==undefined&&{command:e.command},restart:s.kind==="smoke"?"no":"unless-stopped",environment:Object.entries(e.env).map(([e,t])=>`${e}=${t}`),...a.length>0&&{ports:a},...o.length>0&&{depends_on:Object.fromEntries(o.map(e=>[e,{condition:i.has(e)?"service_healthy":"service_started"}]))},...hardened(e),logging:{driver:"json-file",options:{"max-size":"4m","max-file":"2"}}}}function ephemeral(e,t){const n=e.ports.filter(e=>e.protocol==="udp").map(e=>`${t}::${e.container}/udp`)
return[...tcpPorts(e).map(e=>`${t}::${e}`),...n]}function compose_published({ports:e},t){return e.flatMap(({container:e,published:n,protocol:s})=>{if(n===undefined)return[]
const r=`${n}/${s}`
const i=!t.has(r)
t.add(r)
return[`${i?`${n}:`:""}${e}${s==="udp"?"/udp":""}`]})}function hardened({hardening:e}){if(e===undefined)return{}
const{readOnly:t,tmpfs:n,capDrop:s,noNewPrivileges:r,memory:i,pids:o}=e
return{read_only:t,...n.length>0&&{tmpfs:n},...s.length>0&&{cap_drop:s},...r&&{security_opt:["no-new-privileges:true"]},...i!==undefined&&{mem_limit:i},...o!==undefined&&{pids_limit:o}}}function compose_literal(e){if(typeof e==="string")return e.replaceAll("$","$$$$")
if(Array.isArray(e))return e.map(e=>compose_literal(e))
if(typeof e==="object")return Object.fromEntries(Object.entries(e).map(([e,t])=>[e,compose_literal(t)]))
return e}function deployment({project:e,network:t,services:n,externals:s},r){const i=n.flatMap(e=>{const t=r.get(e.name)
if(t===undefined||e.ports.length===0&&e.health===undefined)return[]
const{name:n,env:s,ports:i,health:o,needs:a,hardening:c}=e
return[{...{name:n,env:s,ports:i,needs:a,hardening:c,image:`${e.image}@${t.digest}`},...o!==undefined&&{health:o}}]})
const o=new Set(i.flatMap(({needs:e})=>e))
for(const e of o)for(const t of s.find(t=>t.name===e)?.needs??[])o.add(t)
const a=s.filter(({name:e})=>o.has(e)).map(({name:e,image:t,command:n,env:s,ports:r,health:i,needs:o})=>({...{name:e,image:t,env:s,ports:r,needs:o},...n!==undefined&&{command:n},...i!==undefined&&{health:i}}))
const c=new Set([...r].filter(([,{healthcheck:e}])=>e).map(([e])=>e))
return{use:{kind:"deployment"},project:e,network:t,parts:[...a,...i],selfChecked:c}}async function writeDeployment(e,t,{services:n},s){const r=new Set([...t.services,...t.externals].flatMap(({needs:e})=>e))
const o=await Promise.all(t.services.map(async e=>{const i=n.find(t=>t.service===e.name)
const o=(i&&earned(i))??await floatingDigest(e,t,s)
if(o===undefined)return undefined
const a=r.has(e.name)&&await checksItself(e,o,s)
return[e.name,{digest:o,healthcheck:a}]}))
const a=new Map(o.filter(e=>e!==undefined))
const c=await Promise.all(t.externals.map(e=>pinned(e,s)))
const d=deployment({...t,externals:c},a)
if(!d.parts.some(({name:e})=>a.has(e)))return undefined
return(0,A.f8)(i.join(e,"compose.yml"),composeText(d))}function earned({digest:e,tags:t}){return t.some(({kind:e,state:t})=>e==="floating"&&t==="held")?undefined:e}async function floatingDigest(e,{source:t,project:n},s){const r={...t,event:{kind:"push",branch:t.defaultBranch??"main"}}
const[i]=(0,z.T)(e,r,{project:n}).floating
return i===undefined?undefined:(await s.head(`${e.image}:${i}`))?.digest}async function checksItself({image:e,platforms:t},n,s){const[r="linux/arm64"]=t
const i=await s.imageFacts(`${e}@${n}`,r).catch(()=>undefined)
const o=i?.healthcheck?.test[0]
return o!==undefined&&o!=="NONE"}async function pinned(e,t){if(e.image.includes("@"))return e
const n=await t.resolve(e.image).catch(()=>undefined)
return n===undefined?e:{...e,image:`${e.image}@${n.digest}`}}var we=n(50647)
const mergeSmoke=e=>{const[t]=e
if(t===undefined)return undefined
const key=({service:e,platform:t,digest:n})=>`${e} ${t} ${n}`
const n=byRank(e.flatMap(({services:e})=>e),key,({verdict:e})=>we.u[e])
const s=e.flatMap(e=>e.leftovers??[])
return{...t,services:n,...s.length>0&&{leftovers:s},durationMs:merge_longest(e)}}
const ye={skipped:0,cancelled:1,failed:2,unchanged:3,built:4}
const mergeBuilds=e=>{const[t]=e
if(t===undefined)return undefined
const n=byRank(e.flatMap(e=>e.images),({service:e,platform:t})=>`${e} ${t}`,({outcome:e})=>ye[e])
const s=e.length===1?t.command:[]
return{...t,images:n,command:s,durationMs:merge_longest(e)}}
const mergeVerified=e=>{const[t]=e
if(t===undefined)return undefined
const n=byRank(e.flatMap(e=>e.images),({service:e,platform:t,digest:n})=>`${e} ${t} ${n??""}`,({checks:e})=>e.length)
const total=t=>e.reduce((e,{layers:n})=>e+n[t],0)
return{...t,images:n,layers:{read:total("read"),bytes:total("bytes")},durationMs:merge_longest(e)}}
const ke={skipped:0,cancelled:1,failed:2,superseded:3,unchanged:4,published:5}
const mergePublished=e=>{const[t]=e
if(t===undefined)return undefined
const n=byRank(e.flatMap(e=>e.services),({service:e})=>e,({outcome:e,tags:t})=>ke[e]-(t.some(({state:e})=>e==="held")?.5:0))
return{...t,services:n,durationMs:merge_longest(e)}}
const mergePlans=e=>{const[t]=e.toSorted((e,t)=>t.selected.length-e.selected.length)
if(t===undefined||e.length===1)return t
const n=new Map(e.flatMap(e=>e.images).map(e=>[`${e.service} ${e.platform}`,e]))
for(const e of t.images)n.set(`${e.service} ${e.platform}`,e)
const s=Math.max(...e.map(({waves:e})=>e.length))
const r=new Set
const fresh=e=>!r.has(e)&&r.add(e)!==undefined
return{...t,selected:[...new Set([t,...e].flatMap(({selected:e})=>e))],images:[...n.values()],tags:Object.assign({},...e.map(({tags:e})=>e),t.tags),waves:Array.from({length:s},(n,s)=>[t,...e].flatMap(({waves:e})=>e[s]??[]).filter(fresh))}}
const merge_longest=e=>Math.max(...e.map(e=>e.durationMs))
function byRank(e,t,n){const s=new Map
for(const r of e){const e=s.get(t(r))
if(e===undefined||n(r)>n(e))s.set(t(r),r)}return[...s.values()]}async function readSmokeResults({smokeResults:e,out:t},{cwd:n}){if(e===undefined)return(0,A.Gi)(t,"lucid.smoke",1)
const s=i.resolve(n,e)
const r=await Promise.all((await(0,A.nG)(s,isSmoke)).map(e=>(0,A.u0)(e,"lucid.smoke",1)))
const o=r.filter(e=>e!==undefined)
if(o.length===0)throw new l.yo({code:"document/missing",message:"holds no smoke.json",at:{file:e},fix:"name a smoke.json, or a folder with those of all legs; leave the option out to go by the registry's records"})
return mergeSmoke(o)}const isSmoke=e=>i.basename(e)==="smoke.json"
var ve=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var be=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function publish_publish(e,t){const n=(0,D.cs)(e,t)
const s=await planFor(e,t,n)
const r=await buildFromRegistry(s,n)
const i=await(0,A.Gi)(e.out,"lucid.verify",1)
const o=i===undefined?r:(0,q.u)(r,i)
const{docker:a,...c}=t
const d=await verifyUnproven(c,n,s,o)
const u=await readSmokeResults(e,t)
return publishBuilt(e,t,n,s,d,u)}async function publishBuilt(e,t,n,s,r,i){const o={stack:[],error:void 0,hasError:false}
try{const a=(0,oe.O)(s.root,t)
const c=n.stoppedBy((new AbortController).signal)
const d=ve(o,await signerFor(e,t),true)
const u=await publish({plan:s,build:r,...i&&{smoke:i},registry:c,...d&&{sign:d.sign},order:async(n,s)=>{const r=await compareRevisions(a,n,s)
return r==="unknown"?compareOnGitHub(t.env,e.githubToken,n,s,t.log):r},options:{requireSmoke:e.requireSmoke,allowDirty:e.allowDirty,allowUnordered:e.allowUnordered},progress:t.progress,signal:t.signal})
await(0,A.ft)(e.out,u)
await writeSubjects(e.out,"publish",u)
if(t.signal.aborted)return u
const f=await writeDeployment(e.out,s,u,c)
if(f===undefined)return u
const l={...u,composeFile:f}
await(0,A.ft)(e.out,l)
return l}catch(e){o.error=e
o.hasError=true}finally{const e=be(o)
if(e)await e}}async function signerFor(e,{exec:t,env:n,signal:s}){const{sign:r,signKey:i,signLog:o}=e
if(r==="off")return undefined
if(r==="keyless")return openSigner({by:{kind:r},log:true},{exec:t,env:n,signal:s})
if(i!==undefined)return openSigner({by:{kind:r,key:i},log:o},{exec:t,env:n,signal:s})
throw new l.yo({code:"options/value",message:"sign is `key`, and no key is named",fix:"name one with sign-key: a file, env://COSIGN_PRIVATE_KEY or the address of a key service; or sign keyless"})}var $e=n(94974)
var xe=n(96464)
function badge(e){const{healthy:t,tried:n}=(0,xe.Wr)(e)
const s=e.filter(({outcome:e})=>e==="failed").length
const r=s>0?`${s} of ${e.length} failed`:n>0?`${t} of ${n} healthy`:`${e.filter(e=>(0,xe.Kg)([e])).length} of ${e.length} built`
const i=(0,xe.Kg)(e)
const o=i?"brightgreen":s>0?"red":"yellow"
return{schemaVersion:1,label:"images",message:r,color:o,...s>0&&{isError:true}}}var Oe=n(56635)
var Se=n(70421)
var Ee=n(17783)
function reportDocument(e,t){const{plan:n,lint:s,url:r,durationMs:i}=e
const o=(0,Se.h)(e)
const a=(0,Oe.B)(e)
return{...{kind:"lucid.report",version:1,project:n.project},...{revision:n.source.revision,committedAt:n.source.committedAt},...r!==undefined&&{url:r},...{headline:(0,xe.Pl)(e,o),ok:(0,xe.Kg)(o),services:o},...a!==undefined&&{progress:a},...{timeline:(0,Ee.I)(e),findings:s?.findings??[]},...i!==undefined&&{durationMs:Math.round(i)},files:t}}var Me=n(15654)
var je=n(15443)
var Pe=n(17467)
class Leavings{#q
constructor(e){this.#q=e}static async read({out:e,results:t},{cwd:n,log:s}){const r=Ie.map(t=>i.join(e,`${t}.json`))
const o=t===undefined?[]:await(0,A.nG)(i.resolve(n,t),isJson)
if(t!==undefined&&o.length===0)throw new l.yo({code:"document/missing",message:"holds no documents",at:{file:t},fix:"name the folder that the documents of all jobs were downloaded to, or leave `results` out"})
const a=[...new Set([...o,...r])]
const c=await Promise.all(a.map(e=>readAny(e,s)))
return new Leavings(c.filter(e=>e!==undefined))}get plan(){const e=this.#z("plan")
const t=e.at(-1)?.source.revision
return mergePlans(e.filter(({source:e})=>e.revision===t))}of(e){const mine=t=>this.#z(t).filter(t=>t.revision===e)
const t=this.#z("lint").at(-1)
const n=mergeBuilds(mine("build"))
const s=mergeVerified(mine("verify"))
const r=mergeSmoke(mine("smoke"))
const i=mergePublished(mine("publish"))
return{...t&&{lint:t},...n&&{build:n},...s&&{verify:s},...r&&{smoke:r},...i&&{publish:i}}}#z(e){return this.#q.filter(t=>t.kind===`lucid.${e}`)}}const Ie=["plan","lint","build","verify","smoke","publish"]
const isJson=e=>e.endsWith(".json")
async function readAny(e,t){const n=await(0,f.readFile)(e,"utf8").catch(()=>undefined)
if(n===undefined)return undefined
const s=parse(n)
if(s===undefined){t(`${e} is no whole JSON, and is left out of the report`)
return undefined}const{kind:r,version:i}=typeof s==="object"&&s!==null?s:{}
if(!Ie.some(e=>r===`lucid.${e}`))return undefined
if(i===1)return s
t(`${e} is version ${i} of ${r}, which this program does not read; it is left out of the report`)
return undefined}function parse(e){try{return JSON.parse(e)}catch{return undefined}}const fileOf=({out:e,history:t},{cwd:n})=>t===undefined?i.join(e,"history.json"):i.resolve(n,t)
async function readHistory(e,t){const n=fileOf(e,t)
try{const e=await(0,A.u0)(n,"lucid.history",1)
return Array.isArray(e?.runs)?{...Me.Gf,runs:e.runs.filter(isRun)}:Me.Gf}catch(e){t.log(`the history of earlier runs is begun anew: ${e.message.split("\n",1)[0]}`)
return Me.Gf}}const isRun=e=>typeof e?.id==="string"&&typeof e.services==="object"&&e.services!==null
async function writeHistory(e,t,n){return(0,A.f8)(fileOf(e,t),`${JSON.stringify(n)}\n`)}async function report(e,t){const n=await Leavings.read(e,t)
const s=e.plan===undefined?n.plan:undefined
const r=s===undefined?await planFor(e,t):partOf(s,"the plan",e)
if(e.recall)await recall(e,t,r)
const i=e.recall?await Leavings.read(e,t):n
const o=i.of(r.source.revision)
const a=(0,je.ee)({plan:r,...o})
const c=await progressOf(e,t,{plan:s??r,...o})
const d={plan:r,...o,...a!==undefined&&{durationMs:a}}
return{...d,report:await writeReport(e,t,{...d,...c&&{progress:c}})}}async function progressOf(e,t,n){if(!e.completion||(0,Oe.w)(n.plan))return(0,Oe.B)(n)
const s={...e,service:["*"],phase:[],platform:[]}
const r=await(0,R.plan)(s,t,undefined,"to-build","aside").catch(()=>undefined)
return(0,Oe.B)(n,r)}async function writeReport(e,t,s){const{reportPage:r}=await Promise.all([n.e(3091),n.e(3781)]).then(n.bind(n,83781))
const{completionReport:o}=e.completion?await n.e(895).then(n.bind(n,70895)):{}
const{out:a}=e
const{report:c,verifyHost:d,...u}=s
const f=report_identity(u)
const l=await readHistory(e,t)
const p=(0,$e.V)(t.env)
const m=(0,Me.gM)(l,f)
const h={...u,history:m,...p!==undefined&&{url:p}}
const g=new Date((t.date??Date.now)()).toISOString()
const w=(0,Se.h)(h)
const y=(0,Me.Yq)(l,(0,Me.uZ)(h,w,f,g))
const k=i.join(a,"report.json")
const v={page:await(0,A.f8)(i.join(a,"report.html"),r(h)),summary:await(0,A.f8)(i.join(a,"summary.md"),`${(0,Pe.xw)(h)}\n`),badge:await(0,A.f8)(i.join(a,"badge.json"),report_text(badge(w))),history:await writeHistory(e,t,y),...o&&{completion:await(0,A.f8)(i.join(a,"completion.md"),`${o(h,g)}\n`)},json:k}
const b=reportDocument(h,v)
await(0,A.f8)(k,report_text(b))
return b}const report_text=e=>`${JSON.stringify(e,undefined,"\t")}\n`
function report_identity({plan:e,build:t,smoke:n,publish:s}){const{revision:r}=e.source
return(0,E.createHash)("sha256").update(JSON.stringify([r,t,n,s])).digest("hex").slice(0,16)}var Ae=n(30156)
var Te=n(51405)
var _e=n(26391)
var Ce=n(93662)
var Re=n(643)
var Ne=n(96824)
var De=n(24959)
var Le=n(37067)
var Be=n(75919)
var Fe=n(43018)
var He=n(56110)
async function bodyComplaint({body:e,bodyMatches:t,json:n},s,r){const i=s===""?"with an empty body":`with the body ${JSON.stringify((0,He.I)(s.slice(0,80)))}`
if(e!==undefined&&!s.includes(e))return`${i}, wanted ${JSON.stringify(e)} in it`
const o=n===undefined?undefined:(0,Fe.f)(n)
const a=o?.kind==="test"?(0,Fe.y)(o,s):undefined
if(a!==undefined)return`${i}, ${(0,He.I)(a)}; wanted ${n}`
if(t===undefined||await matches(t,s,r))return undefined
return`${i}, wanted a match of /${t}/u`}const Ue=`\nconst { parentPort, workerData: { pattern, text } } = require("node:worker_threads");\nparentPort.postMessage(new RegExp(pattern, "u").test(text));\n`
function matches(e,t,n){return new Promise((s,r)=>{const i=new Be.Worker(Ue,{eval:true,workerData:{pattern:e,text:t},env:{},stdin:false})
const stop=()=>{void i.terminate()
r(n.reason)}
n.addEventListener("abort",stop,{once:true})
i.on("message",s)
i.on("error",r)
i.on("exit",()=>n.removeEventListener("abort",stop))})}const Ge=64*1024
function tryHttp(e,t){const n=`no complete answer within ${seconds(t.timeoutMs)}`
return attempt(t,n,async(t,n)=>{const{status:s,location:r,body:i}=await exchange(e,t,n)
const o=wrongStatus(e,s)??await bodyComplaint(e,i,n).then(e=>e&&`answered ${s} ${e}`)
return{...{ok:o===undefined,status:s},...r!==undefined&&{location:r},...o!==undefined&&{error:o}}})}function exchange(e,t,n){return new Promise((s,r)=>{const i=(0,Le.request)({createConnection:()=>t,path:e.path,method:e.method,headers:{host:"127.0.0.1","user-agent":"lucid-smoke",...e.headers,connection:"close"},signal:n})
i.on("error",r)
i.on("response",e=>{const{statusCode:t=0,headers:n}=e
const i=[]
let o=0
const done=()=>{const e=Buffer.concat(i).subarray(0,Ge).toString()
s({status:t,body:e,...n.location!==undefined&&{location:n.location}})}
e.on("data",e=>{i.push(e)
o+=e.length
if(o>=Ge)done()})
e.on("end",done)
e.on("error",r)})
i.end()})}function wrongStatus(e,t){if(e.status.some(([e,n])=>t>=e&&t<=n))return undefined
return`answered ${t}, wanted ${e.status.map(([e,t])=>e===t?e:`${e}-${t}`).join(", ")}`}function impossible(e){const t=`lucid-smoke-${(0,E.randomBytes)(8).toString("hex")}`
return e.kind==="http"?{...e,path:`/${t}`}:{...e,service:t}}const Ye=250
function tryTcp(e){const t={...e,timeoutMs:e.timeoutMs+Ye}
return attempt(t,`no connection within ${seconds(e.timeoutMs)}`,(t,n,s)=>s>e.timeoutMs?Promise.resolve({ok:false,error:`no connection within ${seconds(e.timeoutMs)}`,late:true}):new Promise((e,n)=>{const good=()=>e({ok:true,latencyMs:s})
const r=setTimeout(good,Ye)
t.on("close",()=>clearTimeout(r))
t.on("data",good)
t.on("end",()=>e({ok:false,error:"connection dropped at once: nothing listens on the port"}))
t.on("error",n)}))}async function attempt({port:e,timeoutMs:t,signal:n,reach:s=(0,Ce.reachHost)("127.0.0.1")},r,i){const o=Re.performance.now()
const a=new AbortController
const c=setTimeout(()=>a.abort(),t)
const d=n===undefined?a.signal:AbortSignal.any([n,a.signal])
const u=Promise.withResolvers()
d.addEventListener("abort",()=>u.reject(d.reason),{once:true})
u.promise.catch(()=>{})
let f
const run=async()=>{d.throwIfAborted()
f=await Promise.race([s.open(e,d),u.promise])
f.on("error",()=>{})
return Promise.race([i(f,d,Re.performance.now()-o),u.promise])}
const l=await run().catch(e=>{if(n?.aborted)return{ok:false,error:"interrupted"}
return a.signal.aborted?{ok:false,error:r,late:true}:{ok:false,error:plainError(e)}})
clearTimeout(c)
f?.destroy()
return{...l,latencyMs:Math.round((l.latencyMs??Re.performance.now()-o)*10)/10}}function plainError(e){switch(e.code){case"ECONNREFUSED":return"connection refused"
case"ECONNRESET":return"connection reset: nothing listens on the port, or it hung up"
case"HPE_HEADER_OVERFLOW":return"headers larger than 16 KiB"
default:return e.message||e.code||"failed"}}function seconds(e){return`${Math.round(e/100)/10} s`}const We={0:"ended by itself, without an error",125:"the engine could not run it",126:"found, but cannot be executed",127:"program not found",128:"bad exit status",132:"SIGILL: an instruction this processor does not know",134:"SIGABRT",135:"SIGBUS",136:"SIGFPE",139:"SIGSEGV: segmentation fault",143:"SIGTERM"}
function exitMeaning(e,{outOfMemory:t}){if(t)return"killed: out of memory"
if(e===137)return"SIGKILL: killed from outside, or out of memory"
return We[e]??(e>128&&e<165?`signal ${e-128}`:"error")}const Ve=[{own:true,pattern:/exec format error/i,say:()=>"exec format error: built for another architecture, or a script without a #! line"},{own:true,pattern:/ModuleNotFoundError: No module named ['"]([^'"]+)['"]/,say:([,e])=>`ModuleNotFoundError: ${e}: not in the image, or not on PYTHONPATH`},{own:true,pattern:/Cannot find (?:module|package) ['"]([^'"]+)['"]/,say:([,e])=>`cannot find module ${e}: not in the image`},{own:true,pattern:/error while loading shared libraries: (\S+?):/,say:([,e])=>`shared library ${e} is not in the image`},{own:true,pattern:/version [`'](GLIBC\S*?)' not found/,say:([,e])=>`${e} is not in the image: built against a newer C library than it runs on`},{own:true,pattern:/(?:No space left on device|ENOSPC|disk quota exceeded)/i,say:()=>"no space left on a disk or tmpfs that it writes to"},{pattern:/(?:Read-only file system|EROFS)[^'"/]*(?:['"]?(\/[^'",\s]+))?/i,say:([,e])=>`writes to its read-only file system${e?`: needs a writable ${e} (hardening.tmpfs)`:""}`},{pattern:/(?:can't start new thread|fork: (?:retry: )?Resource temporarily unavailable|pthread_create failed)/i,say:()=>"cannot start another thread or process: hardening.pids is too low"},{pattern:/(?:bind|listen)[^\n]*permission denied|permission denied[^\n]*(?:bind|listen)/i,say:()=>"may not bind its port: below 1024 it needs NET_BIND_SERVICE, better take a higher one"},{pattern:/(?:Permission denied|EACCES)[^'"/]*['"]?(\/[^'",\s]+)/i,say:([,e])=>`permission denied on ${e}: not readable or writable for the user the image runs as`},{own:true,pattern:/(?:address already in use|EADDRINUSE)/i,say:()=>"binds the same port twice: address already in use"},{own:true,pattern:/exec: "([^"]+)": [^\n]*(?:no such file|not found)/i,say:([,e])=>`${e} is not in the image: check ENTRYPOINT and CMD`},{pattern:/(?:exec|\/bin\/sh): ?[^\n]*?([^\s:]+): (?:no such file or directory|not found)/i,say:([,e])=>`${e} is not in the image: check ENTRYPOINT and CMD`},{own:true,pattern:/(?:getaddrinfo (?:ENOTFOUND|EAI_AGAIN) (\S+)|Name or service not known|Temporary failure in name resolution|no such host)/i,say:([,e])=>`cannot resolve ${e??"a host name"}: is a need missing in the catalog?`}]
function guess(e){const{architecture:t,exit:n,log:s,startError:r,probe:i,listeners:o}=e
if(t!==undefined&&t.wanted!==t.found)return`wrong architecture: ${t.found}, wanted ${t.wanted}`
if(n?.outOfMemory)return`out of memory: hardening.memory is too low (exit ${n.exitCode})`
const a=i?.port===undefined?undefined:onlyInward(i.port,o)
if(a!==undefined)return a
const c=[...r?[r]:[],...i?[i.error]:[],...s.toReversed()]
const d=i?.status!==undefined&&n===undefined?undefined:signIn(c)
if(d!==undefined)return d
if(n!==undefined)return`exited with ${n.exitCode} (${exitMeaning(n.exitCode,n)})${lastWords(s)}`
if(r!==undefined)return`could not be started: ${r}`
if(i===undefined)return"no sign of the cause in its log"
return aboutPort(i,o,s)??aboutAnswer(i)}function signIn(e){for(const{pattern:t,say:n}of Ve)for(const s of e){const e=t.exec(s)
if(e!==null)return n(e)}return undefined}function ownFault({log:e,startError:t,exit:n,probe:s,listeners:r}){if(n?.outOfMemory)return true
if(s?.error.startsWith("flaps"))return true
if(s?.status!==undefined&&s.status<500)return true
if(s?.port!==undefined){if(onlyInward(s.port,r)!==undefined)return true
const e=r?.filter(({address:e})=>!isLocal(e))??[]
if(e.length>0&&e.every(({port:e})=>e!==s.port))return true}const i=[...t?[t]:[],...s?[s.error]:[],...e]
if(i.some(e=>qe.test(e)))return false
return Ve.some(({own:e,pattern:t})=>e&&i.some(e=>t.test(e)))}const qe=/read-only file system|EROFS|permission denied|EACCES|operation not permitted|EPERM|temporarily unavailable/i
const ze=/(?:Read-only file system|EROFS)[^'"/]*['"]?(\/[^'",\s:]+)|['"]?(\/[^'",\s:]+)['"]?: Read-only file system/gi
function writesTo(e){const t=e.flatMap(e=>[...e.matchAll(ze)].map(([,e,t])=>e??t??""))
return[...new Set(t.filter(e=>e!==""))]}function lastWords(e){const t=e.at(-1)
return t===undefined?"; it logged nothing":`: ${t.slice(0,160)}`}function isLocal(e){return e.startsWith("127.")||e==="::1"}function onlyInward(e,t=[]){const n=t.filter(t=>t.port===e)
if(n.length===0||!n.every(({address:e})=>isLocal(e)))return undefined
return`listens on ${n[0]?.address}:${e} only: let it listen on 0.0.0.0`}function aboutPort({port:e,status:t,afterMs:n},s,r){if(e===undefined||t!==undefined)return undefined
if(s?.some(t=>t.port===e))return undefined
if(s!==undefined){const t=[...new Set(s.filter(({address:e})=>!isLocal(e)).map(e=>e.port))]
const r=n===undefined?"":` after ${seconds(n)}`
return`nothing listens on port ${e}${t.length===0?r:`; it listens on ${t.join(", ")}`}`}if(r.some(t=>new RegExp(`(?:127\\.0\\.0\\.1|localhost|\\[::1\\]):${e}\\b`).test(t)))return`listens on 127.0.0.1:${e} only, as its log says: let it listen on 0.0.0.0`
return undefined}function aboutAnswer({error:e,status:t,path:n}){if(t===404&&n!==undefined)return`answers 404 at ${n}: is the health path right?`
if(t!==undefined&&t>=500&&!e.startsWith("flaps"))return`${e}: it runs, and says itself that it is not well`
if(/^no complete answer/.test(e))return`takes the connection and gives ${e}`
return e}const Ke=25
function judge(e,t,n){const{name:s,image:r}=e
const i=r.slice(r.indexOf("@")+1)
const o={service:s,platform:t,ref:r,digest:i}
if(n?.kind!=="tried")return{...o,verdict:"unknown",reason:(0,He.I)(n?.why??"not tried"),probes:[]}
const{trial:a,exit:c,log:d,needs:u}=n
const{probes:f,architecture:l,startedAt:p,durationMs:m,readyMs:h,note:g}=a
const w={...{...o,probes:f},...l!==undefined&&{architecture:l},...p!==undefined&&{startedAt:p},...m!==undefined&&{durationMs:m},...h!==undefined&&{readyMs:h},...c?.stopMs!==undefined&&a.broken===undefined&&{stopMs:c.stopMs},...d?.file!==undefined&&{logFile:d.file},...u!==undefined&&{needs:u}}
const y=noAnswer(t,n)
if(y!==undefined)return{...w,verdict:"unknown",reason:y}
const k=failureOf(e,n)
if(k!==undefined)return{...w,verdict:"unhealthy",failure:k}
const v=[u&&lacking(u),stubborn(n),g].filter(e=>e!==undefined)
return{...w,verdict:"healthy",...v.length>0&&{reason:v.join("; ")}}}const lacking=e=>`needs: ${e.join(", ")}`
function stubborn({exit:e}){return e?.killed===true&&!e.outOfMemory?`ignores SIGTERM: killed after ${seconds(e.stopMs??0)}`:undefined}function noAnswer(e,{trial:t,log:n}){const{broken:s,architecture:r}=t
if(s===undefined)return undefined
const i=[s.symptoms.startError??"",...n?.lines??[]]
if(r!==undefined&&r===(0,De.V)(e)&&i.some(e=>/exec format error/i.test(e)))return`the engine's machine cannot run ${e}: no emulation is set up`
if(i.slice(-Ke).some(e=>/no space left on device|ENOSPC/i.test(e)))return"no space left on the engine's disk, or on a tmpfs that it writes to"
return undefined}function failureOf({policy:e},t){const{trial:n,log:s,needs:r}=t
const{broken:i,probes:o,state:a}=n
const c=s?.lines??[]
const d=c.slice(-Ke)
if(i!==undefined){const e=i.symptoms.exit
const t=i.symptoms.probe?.error??o.findLast(({ok:e})=>!e)?.error
return{phase:i.phase,guess:(0,He.I)(i.guess??guess({...i.symptoms,log:c})),...t!==undefined&&{lastProbe:(0,He.I)(t)},...e!==undefined&&{exitCode:e.exitCode,exitMeaning:exitMeaning(e.exitCode,e)},...a&&a.healthLog.length>0&&{healthLog:a.healthLog},...a&&a.ports.length>0&&{ports:a.ports},...a&&{inspect:a.inspect},log:d}}if(r!==undefined&&e?.hardening!=="advisory")return{phase:"ready",guess:`is well only without its hardening; ${lacking(r)}`,log:d}
const u=stubborn(t)
if(u===undefined||e?.stop==="advisory")return undefined
const f="as process 1 it gets no default handler: handle SIGTERM, or start it through an init such as tini"
return{...{phase:"stop",guess:`${u}; ${f}`,log:d},...t.exit&&{exitCode:t.exit.exitCode,exitMeaning:exitMeaning(t.exit.exitCode,t.exit)}}}function members_pinned(e){return`${(0,r._)(e.ref)}@${e.digest}`}function excused({health:e,ports:t,policy:n}){if(n.smoke==="off")return"its policy says: smoke off"
return e===undefined&&t.length===0?"nothing to probe: no ports and no health":undefined}function lineup(e,t,n,s=[]){const r=new Map(e.services.map(e=>[e.name,e]))
const i=new Map(e.externals.map(e=>[e.name,e]))
const o=new Map(t.filter(e=>e.platform===n).map(e=>[e.service,e]))
const a=new Map
const c=new Map
const d=new Map
const u=new Set
const add=e=>{if(a.has(e)||u.has(e))return undefined
const t=d.get(e)
if(t!==undefined)return t
u.add(e)
const n=find(e)
let s
if(typeof n==="string")s=n
else{const t=n.needs.map(add).find(e=>e!==undefined)
if(t===undefined)a.set(e,n)
else s=t}u.delete(e)
if(s!==undefined)d.set(e,s)
return s}
const find=t=>{const a=i.get(t)
if(a!==undefined)return{...a,role:"external"}
const c=r.get(t)
if(c===undefined)return`${t} is neither a service nor an external of the catalog`
const d=s.find(e=>e.service===t&&e.platform===n)
const u=o.get(t)??d??unchanged(e,c,n)
if(u===undefined)return`there is no image of ${t} for ${n}`
const{env:f,ports:l,health:p,needs:m,hardening:h,policy:g}=c
const w=o.has(t)&&excused(c)===undefined?"subject":"cast"
return{...{name:t,role:w,image:members_pinned(u),platform:n,env:f,ports:l,needs:m,hardening:h,policy:g},...p!==undefined&&{health:p}}}
for(const e of o.values()){const t=r.get(e.service)
const n=t&&excused(t)
if(n!==undefined){c.set(e.service,{image:e,verdict:"skipped",reason:n})
continue}const s=add(e.service)
if(s!==undefined)c.set(e.service,{image:e,verdict:"unknown",reason:`not started: ${s}`})}return{members:[...a.values()],bystanders:[...c.values()]}}function unchanged(e,t,n){const s=e.images.find(e=>e.service===t.name&&e.platform===n)
if(s?.decision.kind!=="unchanged")return undefined
return{service:t.name,platform:n,ref:t.image,digest:s.decision.digest}}var Je=n(34058)
var Xe=n(12311)
function subnet_parse(e){const t=/^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(e)
if(t===null)return undefined
const[n,s,r,i,o]=t.slice(1).map(Number)
if([n,s,r,i].some(e=>e>255)||o>32)return undefined
const a=2**(32-o)
const c=((n*256+s)*256+r)*256+i
const d=c-c%a
return{first:d,last:d+a-1,bits:o}}function overlaps(e,t){const n=subnet_parse(e)
const s=subnet_parse(t)
return n!==undefined&&s!==undefined&&n.first<=s.last&&s.first<=n.last}function chooseSubnet(e,t){if(e===undefined)return{}
const n=t.find(({cidr:t})=>overlaps(t,e))
if(n===undefined)return{subnet:e}
const s=`${e} is in use (${n.by})`
const r=Math.max(subnet_parse(e)?.bits??16,16)
const i=candidates(r).find(e=>!t.some(({cidr:t})=>overlaps(t,e)))
if(i===undefined)return{note:`${s}; the engine picked another`}
return{subnet:i,note:`${s}; ${i} was taken`}}function candidates(e){const t=Array.from({length:16},(t,n)=>`172.${31-n}.0.0/${e}`)
const n=Array.from({length:64},(t,n)=>`10.${192+n}.0.0/${e}`)
return[...t,...n]}const Ze=/pool overlaps|invalid pool request/i
async function createStack({docker:e,api:t,stack:n,composePath:s,signal:r,near:i}){const{name:o,subnet:a}=n.network
const c=[]
const d=JSON.stringify(withoutOwnChecks(n.selfChecked))
for(let u=1;;u++){const{subnet:l,note:p}=chooseSubnet(a,[...await usedSubnets(t,r,i),...c])
const m={name:o,...l!==undefined&&{subnet:l}}
await(0,f.writeFile)(s,composeText({...n,network:m}))
const h=[`--file=${s}`,"--file=-"]
const g=["compose",...h,`--project-name=${n.project}`,"--progress=plain"]
const{exitCode:w,stderr:y}=await(0,Ne.T1)(e,[...g,"create"],{input:d,signal:r})
const k=w===0?await subnetOf(t,`${n.project}_${o}`,r):undefined
const v={...m,...k!==undefined&&{subnet:k},...p!==undefined&&{note:p}}
if(w===0)return{network:v,refused:new Map}
if(Ze.test(y)&&l!==undefined&&u<10)c.push({cidr:l,by:"another run"})
else if(/failed to create network/i.test(y))throw new Ne.OW((0,Ne.fM)(y))
else return{network:v,refused:await oneByOne(e,g,n,{input:d,signal:r})}}}async function oneByOne(e,t,{parts:n},s){const r=new Map
for(const{name:i}of n){const n=["up","--no-start","--no-deps","--pull=never","--",i]
const{exitCode:o,stderr:a}=await(0,Ne.T1)(e,[...t,...n],s)
if(o!==0)r.set(i,(0,Ne.fM)(a))}return r}const Qe=Xe.Ikc({Name:Xe.YjP(),IPAM:Xe.Ikc({Config:Xe.YOg(Xe.Ikc({Subnet:Xe.YjP().optional()})).nullish()})})
async function subnetOf(e,t,n){const s=await(0,Ne.kA)(e,{method:"GET",path:`/networks/${t}`,signal:n})
if(!s.ok)throw new Ne.OW(`the network ${t} is gone: ${s.why}`)
const r=Qe.safeParse(s.value).data
return r?.IPAM.Config?.find(({Subnet:e})=>e!==undefined)?.Subnet}async function usedSubnets(e,t,n){const s=await(0,Ne.kA)(e,{method:"GET",path:"/networks",signal:t})
const r=s.ok?Xe.YOg(Qe).safeParse(s.value).data??[]:[]
const i=r.flatMap(({Name:e,IPAM:t})=>(t.Config??[]).flatMap(({Subnet:t})=>t===undefined?[]:[{cidr:t,by:`network ${e}`}]))
const o=Object.entries(n?(0,p.networkInterfaces)():{}).flatMap(([e,t])=>(t??[]).flatMap(({cidr:t})=>t===null?[]:[{cidr:t,by:`interface ${e}`}]))
return[...i,...o]}var et=n(87155)
const tt=Xe.Ikc({Action:Xe.YjP(),timeNano:Xe.aig(),Actor:Xe.Ikc({ID:Xe.YjP(),Attributes:Xe.g1P(Xe.YjP(),Xe.YjP())})})
function watchEvents(e,{run:t,since:n,lost:s}){const r=new Map
const of=e=>{const t=r.get(e)
if(t!==undefined)return t
const n={ended:Promise.withResolvers(),outOfMemory:false,killed:false}
r.set(e,n)
return n}
const i=new AbortController
const o={since:String(Math.floor(Date.parse(n)/1e3)-1),filters:JSON.stringify({label:[`com.lucid.run=${t}`],event:["die","kill","oom"]})}
let a=""
const onData=e=>{const t=(a+e.toString()).split("\n")
a=t.pop()??""
for(const e of t)take(e,of)}
const c=(0,Ne.kA)(e,{method:"GET",path:"/events",query:o,signal:i.signal,onData:onData}).then(e=>i.signal.aborted||s(`the engine's event stream ended${e.ok?"":`: ${e.why}`}`),e=>i.signal.aborted||s(e instanceof Error?e.message:String(e)))
return{exitOf:e=>of(e).ended.promise,exitedAs:e=>of(e).exit,[Symbol.asyncDispose]:async()=>{i.abort()
await c}}}function take(e,t){const n=tt.safeParse((0,Ne.Pq)(e))
if(!n.success)return
const{Action:s,timeNano:r,Actor:i}=n.data
const o=t(i.ID)
if(s==="oom")o.outOfMemory=true
if(s==="kill"){o.firstKill??=r
if(i.Attributes.signal==="9")o.killed=true}if(s==="die"){o.exit={exitCode:Number(i.Attributes.exitCode),outOfMemory:o.outOfMemory,...o.firstKill!==undefined&&{stopMs:Math.round((r-o.firstKill)/1e6)},killed:o.killed}
o.ended.resolve(o.exit)}}var nt=n(842)
const st="0A"
function parseListeners(e){return e.split("\n").slice(1).flatMap(e=>{const[,t,,n]=e.trim().split(/\s+/)
const[s,r]=t?.split(":")??[]
if(n!==st||s===undefined||r===undefined)return[]
return[{address:readable(s),port:Number.parseInt(r,16)}]})}function readable(e){const t=Buffer.from(e,"hex")
if(t.length===4)return[...t].reverse().join(".")
for(let e=0;e+4<=t.length;e+=4)t.subarray(e,e+4).reverse()
const n=Array.from({length:8},(e,n)=>t.readUInt16BE(n*2))
if(n.every(e=>e===0))return"::"
if(n.slice(0,7).every(e=>e===0)&&n[7]===1)return"::1"
if(n.slice(0,5).every(e=>e===0)&&n[5]===65535)return[...t.subarray(12)].join(".")
return n.map(e=>e.toString(16)).join(":")}async function listenersOf({pid:e,id:t}){if(e===0)return undefined
try{const n=await(0,f.readFile)(`/proc/${e}/cgroup`,"utf8")
const s=n.includes(t)?n:await(0,f.readFile)(`/proc/${e}/mountinfo`,"utf8")
if(!s.includes(t))return undefined
const r=await Promise.all(["tcp","tcp6"].map(t=>(0,f.readFile)(`/proc/${e}/net/${t}`,"utf8").catch(()=>"")))
return r.flatMap(parseListeners).filter(({address:e})=>e!=="127.0.0.11")}catch{return undefined}}function unstarted(e,t){const n=e?.error??t
const s=e!==undefined&&e.exitCode!==0?{exit:{exitCode:e.exitCode,outOfMemory:e.outOfMemory}}:{}
return{phase:"start",symptoms:{startError:n,...s}}}async function neverReady(e,t,n){if(n.kind==="exited")return{phase:"ready",symptoms:{exit:n.exit}}
const{status:s}=n.last
const r={error:n.why,afterMs:n.afterMs,...s!==undefined&&{status:s},...t.kind==="http"&&{path:t.path},..."port"in t&&{port:t.port}}
return{phase:"ready",symptoms:{probe:r,...await broken_listening(e)}}}async function broken_listening({container:e,reach:t}){const n=t.near?await listenersOf(e):undefined
return{...n&&{listeners:n}}}function broken_ended(e,t){const n=e.exitedAs(t)
return n&&{phase:"stable",symptoms:{exit:n}}}function weakCheck({ok:e,error:t="answers every path"}){return e?undefined:{phase:"ready",symptoms:{probe:{error:t}},guess:t}}function unfound({ok:e,error:t="cannot find what it needs"}){return e?undefined:{phase:"ready",symptoms:{probe:{error:t}},guess:t}}async function closedPort(e,t){const n=t.find(({result:e})=>!e.ok)
if(n===undefined)return undefined
const s={error:n.result.error??"closed",port:n.port}
return{phase:"ready",symptoms:{probe:s,...await broken_listening(e)}}}function unwell({speed:e},{result:t,late:n},s){const{ok:r,error:i="fails"}=t
if(r||n&&e==="emulated")return undefined
const o=`answers its ${s.kind} check, but its own HEALTHCHECK fails: ${i}`
return{phase:"ready",symptoms:{probe:{error:i}},guess:o}}const rt=["changed","added","deleted"]
const it=Xe.YOg(Xe.Ikc({Path:Xe.YjP(),Kind:Xe.aig()})).nullable()
async function changesIn(e,t,n){const s=await(0,Ne.kA)(e,{method:"GET",path:`/containers/${t}/changes`,signal:n})
const r=s.ok?it.safeParse(s.value).data:undefined
return(r??[]).map(({Path:e,Kind:t})=>({path:e,kind:rt[t]??"changed"}))}const ot=/\/__pycache__(?:\/|$)|\.pyc$|^\/(?:tmp|dev|proc|sys|run\/secrets|etc\/(?:hosts|hostname|resolv\.conf|mtab))(?:\/|$)/
const ct=/^(?:\/|\/(?:app|bin|etc|home|lib|opt|root|run|sbin|srv|usr|usr\/[^/]+|var|var\/[^/]+))$/
function writtenPaths(e){const t=e.filter(({kind:e,path:t})=>e!=="deleted"&&t.startsWith("/"))
const n=new Set(t.map(({path:e})=>i.posix.dirname(e)))
const s=t.filter(({path:e})=>!ot.test(e))
const r=new Set(s.filter(({kind:e})=>e==="added").map(({path:e})=>e))
const o=s.flatMap(({kind:e,path:t})=>{const s=n.has(t)
if(e==="changed"?s:r.has(i.posix.dirname(t)))return[]
return[s||ct.test(i.posix.dirname(t))?t:i.posix.dirname(t)]})
return[...new Set(o)]}async function machineOfEntry(e,t,n){let s=e
for(let e=0;e<5&&s!==undefined;e++){const e=await firstOf(s.includes("/")?[s]:t.split(":").map(e=>i.posix.join(e,s??"")),n)
if(e===undefined)return undefined
const r=(0,De.o)(e)
if(r.kind!=="script")return r.kind==="elf"?r.machine:undefined
const[o,...a]=r.interpreter
const c=a.find(e=>!e.startsWith("-")&&!e.includes("="))
s=o!==undefined&&i.posix.basename(o)==="env"?c:o}return undefined}async function firstOf(e,t){for(const n of e){const e=await t(n)
if(e!==undefined)return e}return undefined}const dt=256
async function headOfFile(e,t,n,s){const request=(e,n)=>({...{method:e,path:`/containers/${t}/archive`,query:{path:n},signal:s}})
let r=n
const i=await e(request("HEAD",n)).catch(()=>undefined)
const o=i?.headers["x-docker-container-path-stat"]
if(i!==undefined&&i.status<300&&typeof o==="string"){const{linkTarget:e}=(0,Ne.Pq)(Buffer.from(o,"base64").toString())??{}
if(typeof e==="string"&&e!=="")r=e}else return undefined
let a
let c=Buffer.alloc(0)
const onData=(e,t)=>{c=Buffer.concat([c,e])
a=headIn(c)
if(a!==undefined)t()}
const d=await(0,Ne.kA)(e,{...request("GET",r),onData:onData})
return d.ok?a:undefined}const ut=512
function headIn(e){for(let t=0;e.length>=t+ut;){const n=Number.parseInt(e.toString("latin1",t+124,t+136),8)||0
const s=e.toString("latin1",t+156,t+157)
const r=t+ut
if(s==="x"||s==="g"){t=r+Math.ceil(n/ut)*ut
continue}if(s!=="0"&&s!=="\0")return undefined
const i=r+Math.min(n,dt)
return e.length>=i?e.subarray(r,i):undefined}return undefined}function machineIn({api:e,shared:{machines:t},signal:n},{image:s},r){const i=[s,r.path,r.searchPath,r.workingDir].join("\n")
const o=t.get(i)??architectureOf(e,r,n)
t.set(i,o)
return o}function architectureOf(e,t,n){const{id:s,path:r,searchPath:o,workingDir:a}=t
return machineOfEntry(r,o,t=>headOfFile(e,s,i.posix.resolve(a,t),n))}function mismatch({platform:e},t){const n=e===undefined?undefined:(0,De.V)(e)
if(n===undefined||t===undefined||n===t)return undefined
return{phase:"start",symptoms:{architecture:{wanted:n,found:t}}}}const ft=8
function frames_frames(e){let t=Buffer.alloc(0)
let n="stdout"
let s=0
return r=>{t=t.length===0?r:Buffer.concat([t,r])
for(;;){if(s>0){const r=t.subarray(0,s)
if(r.length>0)e(r,n)
s-=r.length
t=t.subarray(r.length)}if(s>0||t.length<ft)return
n=t[0]===2?"stderr":"stdout"
s=t.readUInt32BE(4)
t=t.subarray(ft)}}}const lt=Xe.Ikc({Id:Xe.YjP()})
const pt=Xe.Ikc({ExitCode:Xe.aig().nullable()})
const mt=16384
async function runIn(e,t,n,s){const post=(e,t)=>({method:"POST",path:e,body:t,signal:s})
const r={Cmd:n,AttachStdout:true,AttachStderr:true}
const i=await(0,Ne.kA)(e,post(`/containers/${t}/exec`,r))
if(!i.ok)return{exitCode:1,stdout:"",stderr:i.why}
const{Id:o}=lt.parse(i.value)
const a={stdout:"",stderr:""}
const c=frames_frames((e,t)=>{a[t]=(a[t]+e.toString()).slice(-mt)})
const d=await(0,Ne.kA)(e,{...post(`/exec/${o}/start`,{Detach:false,Tty:false}),onData:c})
if(!d.ok)return{exitCode:1,stdout:"",stderr:d.why}
const u=await(0,Ne.kA)(e,{method:"GET",path:`/exec/${o}/json`,signal:s})
if(!u.ok)throw new Ne.OW(u.why)
return{...a,exitCode:pt.parse(u.value).ExitCode??1}}const ht=[["getent","hosts"],["python3","-S","-E","-c","import socket, sys\nfor name in sys.argv[1:]: socket.gethostbyname(name)"],["node","-e","for (const name of process.argv.slice(1)) require('node:dns').lookup(name, (e) => { if (e) throw e })"]]
const gt=new Set([126,127])
async function discover({api:e,container:t,names:n,known:s,timeoutMs:r,signal:i}){const o=`names ${n.join(", ")}`
for(const[s,a]of ht.entries()){const c=AbortSignal.timeout(r)
const d=await runIn(e,t.id,[...a,...n],AbortSignal.any([i,c])).catch(e=>{if(e instanceof Ne.OW)throw e
return undefined})
i.throwIfAborted()
if(d===undefined)break
const{exitCode:u,stdout:f,stderr:l}=d
if(u===0)return{kind:"discovery",target:`${o} (${a[0]})`,ok:true,attempts:s+1}
if(gt.has(u))continue
const p=(0,He.I)((0,Ne.fM)(l)||(0,Ne.fM)(f),200)
const m=`cannot find ${n.join(", ")} by name${p===""?"":`: ${p}`}`
return{kind:"discovery",target:`${o} (${a[0]})`,ok:false,attempts:s+1,error:m}}const a=`${o} (the engine's table; the image has nothing to ask with)`
const c=s===undefined?[]:n.filter(e=>!s.has(e))
return{...{kind:"discovery",target:a,ok:c.length===0,attempts:1},...c.length>0&&{error:`the engine's name server does not know ${c.join(", ")}`}}}var wt=n(32467)
const yt=["UNKNOWN","SERVING","NOT_SERVING","SERVICE_UNKNOWN"]
const kt={5:"NOT_FOUND: it does not know this service",12:"UNIMPLEMENTED: it has no grpc.health.v1.Health",13:"INTERNAL",14:"UNAVAILABLE",16:"UNAUTHENTICATED"}
function tryGrpc({service:e=""},t){return attempt(t,`no complete answer within ${seconds(t.timeoutMs)}`,async(t,n)=>{const{status:s,code:r,said:i,body:o}=await call(grpc_frame(message(e)),t,n)
if(s!==200)return{ok:false,error:`answered ${s} over HTTP/2, wanted gRPC`}
if(r!=="0"){const e=kt[r]??`status ${r}`
return{ok:false,error:`answered ${e}${i===""?"":` (${i})`}`}}const a=yt[statusIn(o)]??"a status of its own"
return a==="SERVING"?{ok:true}:{ok:false,error:`answered ${a}, wanted SERVING`}})}const vt="no gRPC server without TLS answers on this port"
const bt=4096
function call(e,t,n){return new Promise((s,r)=>{const i=(0,wt.connect)("http://127.0.0.1",{createConnection:()=>t})
const fail=e=>{i.destroy()
r(e.code?.startsWith("ERR_HTTP2")?new Error(vt,{cause:e}):e)}
n.addEventListener("abort",()=>i.destroy(),{once:true})
i.on("error",fail)
const o=i.request({":method":"POST",":path":"/grpc.health.v1.Health/Check","content-type":"application/grpc",te:"trailers","user-agent":"lucid-smoke"})
const a=[]
let c={}
let d=0
o.on("error",fail)
o.on("response",e=>{c={...e}})
o.on("trailers",e=>{c={...c,...e}})
o.on("data",e=>{d+=e.length
if(d>bt)fail(new Error("answered more than a health answer can be"))
else a.push(e)})
o.on("close",()=>{const{":status":e,"grpc-status":t="2","grpc-message":n=""}=c
i.destroy()
if(e===undefined)r(new Error(vt))
else s({status:Number(e),code:String(t),said:String(n).slice(0,200),body:Buffer.concat(a)})})
o.end(e)})}function message(e){const t=Buffer.from(e)
return t.length===0?t:Buffer.concat([Buffer.from([10]),varint(t.length),t])}function varint(e){const t=[]
let n=e
for(;n>127;n>>>=7)t.push(n&127|128)
return Buffer.from([...t,n])}function grpc_frame(e){const t=Buffer.alloc(5)
t.writeUInt32BE(e.length,1)
return Buffer.concat([t,e])}function statusIn(e){const t=e.subarray(5)
return t[0]===8?t[1]??0:0}const $t=100
const xt=1.1
const jittered=e=>e*(.75+Math.random()/2)
async function untilReady({attempt:e,timing:t,exited:n,signal:s,wanted:r,startedAt:i}){const o=new AbortController
let a
n.then(e=>{a=e
o.abort()})
const c=AbortSignal.any([s,o.signal])
const{deadline:d=Number.POSITIVE_INFINITY}=t
const remaining=()=>i+d-Re.performance.now()
let u=0
let f=0
let l=0
let p=0
let m
let h=$t
let g
const failed=(e,t)=>({...{kind:"failed",attempts:u,last:g??t,why:e},afterMs:Math.round(Re.performance.now()-i)})
for(;;){const n=Re.performance.now()
const o=Math.max(1,Math.min(t.timeout,remaining()))
const w=await e(c,o)
s.throwIfAborted()
if(a!==undefined)return{kind:"exited",attempts:u,...g!==undefined&&{last:g},exit:a}
u+=1
const y=w.late&&o<t.timeout&&g!==undefined
if(!y)g=w
if(w.ok){l+=1
f+=1
m??=Math.round(Re.performance.now()-i)
if(f>=(r??t.successes))return{kind:"ready",attempts:u,last:w,readyMs:m}
h=$t}else{f=0
if(l>0||n-i>=t.startPeriod)p+=1
const e=l>0?`flaps: ${l} of ${u} answers were good; ${w.error}`:w.error
if(p>=Math.max(t.retries,1))return failed(e??"failed",w)}if(remaining()<=0){const e=`not healthy within its deadline of ${seconds(d)}`
return failed(g?.error===undefined?e:`${e}: ${g.error}`,w)}const k=Math.max(0,i+t.startPeriod-Re.performance.now())
const b=Math.min(t.interval,k>0&&l===0?k:t.interval,Math.max(0,remaining()))
const $=Math.min(jittered(w.ok?h:Math.max(h,w.latencyMs)),b)
await(0,v.setTimeout)($,undefined,{signal:c}).catch(()=>{})
h=Math.min(h*xt,t.interval)}}async function probeUntil(e,t,{startedAt:n,wanted:s}){const{exited:r,signal:i}=e
const attempt=(n,s)=>once(e,t,s,n)
return untilReady({...{attempt:attempt,timing:t.timing,exited:r,signal:i,startedAt:n},...s!==undefined&&{wanted:s}})}async function once(e,t,n,s){const{api:r,container:i,image:o,reach:a}=e
if(t.kind==="command")return tryCommand(r,i.id,t.command,n,s)
if(t.kind==="healthcheck"){if(o.healthcheck===undefined)return{ok:false,latencyMs:0,error:"the image has no HEALTHCHECK"}
return noted(e,await tryCommand(r,i.id,o.healthcheck.argv,n,s))}const c=i.ports.get(t.port)
if(c===undefined)return{ok:false,latencyMs:0,error:`port ${t.port} is not published`}
const d={port:c,timeoutMs:n,signal:s,reach:a}
switch(t.kind){case"http":return tryHttp(t,d)
case"tcp":return tryTcp(d)
case"grpc":return tryGrpc(t,d)}}async function tryCommand(e,t,n,s,r){const i=Re.performance.now()
const o=AbortSignal.timeout(Math.ceil(s))
const a=await runIn(e,t,n,AbortSignal.any([r,o])).catch(e=>{if(e instanceof Ne.OW)throw e
return undefined})
const c=Math.round(Re.performance.now()-i)
if(r.aborted)return{ok:false,latencyMs:c,error:"interrupted"}
if(a===undefined)return{ok:false,latencyMs:c,error:`did not end within ${seconds(s)}`,late:true}
const{exitCode:d,stdout:u,stderr:f}=a
const l=(0,He.I)((0,Ne.fM)(f)||(0,Ne.fM)(u),200)
if(d===0)return{ok:true,latencyMs:c,exitCode:d,said:l}
return{ok:false,latencyMs:c,exitCode:d,said:l,error:`exit ${d}${l===""?"":`: ${l}`}`}}function noted({healthLog:e},{exitCode:t,said:n="",...s}){e.push({exitCode:t??-1,output:t===undefined?s.error??"":n})
if(e.length>5)e.shift()
return s}function nameOf(e,{container:t,reach:n}){const at=e=>`${n.host}:${t.ports.get(e)}`
switch(e.kind){case"http":return`${e.method} http://${at(e.port)}${e.path}`
case"tcp":return`tcp ${at(e.port)} (port ${e.port})`
case"grpc":return`grpc ${at(e.port)} (port ${e.port})${e.service===undefined?"":` ${e.service}`}`
case"command":return e.command.join(" ")
case"healthcheck":return"HEALTHCHECK"}}function resultOf(e,t,n){const{last:s,attempts:r}=n
const i=n.kind==="exited"?s?.error??"ended before it answered":undefined
const o=n.kind==="failed"?n.why:i
return{...{kind:e.kind,target:nameOf(e,t),ok:n.kind==="ready",attempts:r},..."port"in e&&{port:e.port},...s?.status!==undefined&&{status:s.status},...s!==undefined&&{latencyMs:s.latencyMs},...o!==undefined&&{error:o}}}async function negativeControl(e,t){if(t.kind!=="http"&&t.kind!=="grpc"||!t.negative)return undefined
const n=impossible(t)
const{ok:s,status:r,latencyMs:i}=await once(e,n,t.timing.timeout,e.signal)
const o=t.kind==="http"?`answers every path: one that cannot exist got ${r} and would pass as healthy`:"says SERVING of every service, also of one that cannot exist"
return{...{kind:"negative",target:nameOf(n,e),port:t.port,ok:!s,latencyMs:i,attempts:1},...r!==undefined&&{status:r},...s&&{error:o}}}async function answersStill(e,t){const n={...t.timing,startPeriod:0,retries:Math.min(t.timing.retries,2)}
const{deadline:s,...r}=n
const i={...t,timing:r}
const o=await probeUntil(e,i,{startedAt:Re.performance.now(),wanted:1})
return{...resultOf(i,e,o),kind:"stable"}}function otherPorts(e,t,n){const{deadline:s,...r}={...n.timing,startPeriod:Math.min(n.timing.startPeriod,5e3)}
const i=tcpPorts(t).filter(e=>!("port"in n)||e!==n.port)
return Promise.all(i.map(async t=>{const n={kind:"tcp",port:t,timing:r}
const s=await probeUntil(e,n,{wanted:1,startedAt:Re.performance.now()})
return{port:t,result:resultOf(n,e,s)}}))}async function ownHealthcheck(e,{timeoutMs:t,retries:n}){const s={...nt.l,startPeriod:0,timeout:t,retries:Math.min(n,3)}
const r={kind:"healthcheck",timing:s}
const i=await probeUntil(e,r,{wanted:1,startedAt:Re.performance.now()})
return{result:resultOf(r,e,i),late:i.last?.late===true}}async function tryMember(e,t,n,s){const r=[]
const i=(new Date).toISOString()
const o=Re.performance.now()
const a=await trial_run(e,t,n,s,r)
const c={...a,startedAt:i,durationMs:Math.round(Re.performance.now()-o)}
return c.broken===undefined?c:{...c,state:await stateOf(e,t,s,r)}}async function trial_run(e,t,n,s,r){const{api:i,events:o,signal:a,reach:c}=e
const d=await e.shared.starts(()=>(0,Ne.kA)(i,{method:"POST",path:`/containers/${s}/start`,signal:a}))
const u=Re.performance.now()
const f=await(0,et.aH)(i,s,a)
if(!d.ok||f===undefined)return failed(e,t,f,unstarted(f,d.ok?"its container is gone":d.why))
const l=o.exitOf(s)
const p=mainHealth(t)
const{stable:m}=(p??{timing:nt.l}).timing
const stays=()=>Promise.race([l,(0,v.setTimeout)(m,undefined,{signal:a})])
if(p===undefined){await stays()
const t=broken_ended(o,s)
if(t===undefined)e.onReady("up")
return{probes:[],...t&&{broken:t}}}const h={api:i,container:f,image:n,exited:l,signal:a,reach:c,healthLog:r}
const g=await probeUntil(h,p,{startedAt:u})
const w=resultOf(p,h,g)
if(g.kind!=="ready")return failed(e,t,f,await neverReady(h,p,g),w)
const{readyMs:y}=g
e.onReady(`answers after ${seconds(y)}, in ${w.latencyMs} ms`)
if(t.role!=="subject")return{probes:[w],readyMs:y}
const[k,b,$,x,O]=await Promise.all([negativeControl(h,p),otherPorts(h,t,p),ownCheck(e,h,p),findNeeds(e,t,h),machineIn(e,t,f),stays()])
const S=broken_ended(o,s)
const E=S===undefined?await answersStill(h,p):undefined
const M=S??broken_ended(o,s)??mismatch(t,O)??(k&&weakCheck(k))??(x&&unfound(x))??await closedPort(h,b)??($&&unwell(e.shared,$,p))??(E&&silenced(E))
const j=$?.late?"its own HEALTHCHECK did not end in time under emulation, which decides nothing":undefined
const P=g.last.location
const I=j??(P&&`answers ${g.last.status}, a redirect to ${(0,He.I)(P,200)}, which is not followed`)
return{probes:[w,k,...b.map(({result:e})=>e),$?.result,x,E].filter(e=>e!==undefined),readyMs:y,...I!==undefined&&{note:I},...O!==undefined&&{architecture:O},...M!==undefined&&{broken:M}}}async function failed(e,t,n,s,...r){const{exit:i,startError:o}=s.symptoms
const a=n!==undefined&&(i!==undefined||o!==undefined)
const c=a?await machineIn(e,t,n):undefined
return{probes:r,broken:mismatch(t,c)??s,...c!==undefined&&{architecture:c}}}function mainHealth(e){const[t]=tcpPorts(e)
return e.health??(t===undefined?undefined:{kind:"tcp",port:t,timing:nt.l})}async function ownCheck({shared:e},t,n){const{healthcheck:s}=t.image
if(s===undefined||n.kind==="healthcheck")return undefined
return e.commands(()=>ownHealthcheck(t,s))}async function findNeeds(e,t,{api:n,container:s,signal:r}){const i=t.needs
if(i.length===0)return undefined
const o=await(0,et.Xu)(n,e.run,r)
const a=o.some(e=>e.names!==undefined)
const c=a?new Set(o.filter(e=>e.running).flatMap(e=>e.names??[])):undefined
return e.shared.commands(()=>discover({api:n,container:s,names:i,known:c,timeoutMs:6e4,signal:r}))}function silenced({ok:e,error:t="failed"}){if(e)return undefined
const n=`was healthy, and then was not any more: ${t}`
return{phase:"stable",symptoms:{probe:{error:t}},guess:n}}async function stateOf(e,t,n,s){const r=await(0,et.aH)(e.api,n,e.signal)
const i=r===undefined||!e.reach.near?undefined:await listenersOf(r)
return{inspect:r?.excerpt??{},healthLog:[...r?.healthLog??[],...s].slice(-5),ports:tcpPorts(t).map(e=>{const t=r?.ports.get(e)
const n=i?.filter(({port:t})=>t===e).map(({address:e})=>e)
return{container:e,...t!==undefined&&{published:t},...n!==undefined&&{listens:n.join(", ")||"nothing"}}})}}const Ot={readOnly:false,tmpfs:[],capDrop:[],noNewPrivileges:false}
const St={writable:{lift:{readOnly:false},holds:({readOnly:e})=>e},tmpfs:{lift:{tmpfs:[]},holds:({tmpfs:e})=>e.length>0},capabilities:{lift:{capDrop:[]},holds:({capDrop:e})=>e.length>0},privileges:{lift:{noNewPrivileges:false},holds:e=>e.noNewPrivileges},processes:{lift:{pids:undefined},holds:({pids:e})=>e!==undefined}}
async function retryPlain(e,t,n,s,r){const{hardening:i}=t
if(i===undefined||s.broken===undefined||!mayBeHardening(s,r))return undefined
const o=Object.keys(St).filter(e=>St[e].holds(i))
if(o.length===0)return undefined
const a=i.memory===undefined?{}:{memory:i.memory}
const c=new Map([["plain",{...Ot,...a}]])
for(const e of o)c.set(e,lifted(i,St[e].lift))
const d=await create(e,t,c,n)
const attempt=s=>{const r=d.get(s)
if(r===undefined)throw new Ne.OW(`the container of ${t.name} is gone`)
return tryMember({...e,onReady:()=>{}},t,n,r)}
const{api:u,signal:f}=e
const remove=e=>(0,Je.removeContainers)(u,e.flatMap(e=>d.get(e)??[]),f)
const l=await attempt("plain")
const p=d.get("plain")
if(l.broken!==undefined||p===undefined){await remove([...c.keys()])
return undefined}const m=await changesIn(u,p,f)
const h=await Promise.all(o.map(async e=>(await attempt(e)).broken===undefined?[e]:[]))
await remove(o)
const g=h.flat().flatMap(e=>hardening_inWords(e,i,r,m))
const w=`several at once: ${o.map(e=>Et[e](i,r)).join(", ")}`
return{needs:g.length>0?g:[w],trial:l,id:p}}function lifted(e,t){const{pids:n,...s}={...e,...t}
return n===undefined?s:{...s,pids:n}}function mayBeHardening({broken:e,architecture:t},n){if(e===undefined||e.phase==="pull"||e.symptoms.architecture!==undefined)return false
const s={...e.symptoms,log:n}
const r=e.phase==="ready"&&e.guess!==undefined&&/^(?:answers every path|says SERVING of every)/.test(e.guess)
const i=[e.symptoms.startError??"",...n].some(e=>/exec format error/i.test(e))
return!r&&!i&&!ownFault(s)&&(t!==undefined||e.symptoms.exit?.exitCode!==127)}async function create({docker:e,api:t,run:n,labels:s,network:r,signal:i,reach:o},a,c,{healthcheck:d}){const u=`${n}-${(0,E.randomBytes)(3).toString("hex")}`
const f=[...c].map(([e,t])=>({...a,name:e,hardening:t}))
const l={kind:"smoke",labels:s}
const p=composeFile({...{use:l,project:u,parts:f,selfChecked:new Set,address:o.address},network:{name:r.key}})
const m=Object.entries(p.services).map(([e,t])=>[e,{...t,networks:{[r.key]:{aliases:e==="plain"?[a.name]:[]}},...d!==undefined&&{healthcheck:ge}}])
const h={...p,services:Object.fromEntries(m),networks:{[r.key]:{name:r.name,external:true}}}
const g=["compose","--file=-",`--project-name=${u}`,"--progress=quiet","create","--pull=never"]
const{exitCode:w,stderr:y}=await(0,Ne.T1)(e,g,{input:JSON.stringify(h),signal:i})
if(w!==0)throw new Ne.OW(`no container for a second try of ${a.name}: ${(0,Ne.fM)(y)}`)
const k=await(0,et.Xu)(t,n,i)
return new Map(k.filter(e=>e.project===u).map(({service:e,id:t})=>[e,t]))}const Et={writable:()=>"a writable root",tmpfs:({tmpfs:e})=>`what the image has in ${e.map(e=>e.split(":")[0]).join(", ")} (hardening.tmpfs hides it)`,capabilities:(e,t)=>{const n=capabilitiesIn(t)
return n.length>0?`the capability ${n.join(", ")}`:"a capability (hardening.cap_drop)"},privileges:()=>"new privileges, as a set-user-ID program has (hardening.no_new_privileges)",processes:({pids:e})=>`more than ${e} processes (hardening.pids)`}
function hardening_inWords(e,t,n,s){if(e!=="writable")return[Et[e](t,n)]
const r=[...new Set([...writesTo(n),...writtenPaths(s)])]
const i=r.filter(e=>!r.some(t=>t!==e&&e.startsWith(`${t}/`)))
return i.length===0?[Et.writable(t,n)]:i.slice(0,8).map(e=>`writable ${e}`)}const Mt=[[/chown|changing ownership/i,"CHOWN"],[/set(?:res|re|e)?uid|seteuid|switch(?:ing)? (?:to )?user|failed to (?:change|set) user/i,"SETUID"],[/set(?:res|re|e)?gid|setgroups|initgroups/i,"SETGID"],[/bind/i,"NET_BIND_SERVICE"],[/raw socket|icmp|ping/i,"NET_RAW"],[/chmod|utime/i,"FOWNER"],[/setrlimit|prlimit/i,"SYS_RESOURCE"]]
function capabilitiesIn(e){const isRefusal=e=>/operation not permitted|EPERM|permission denied/i.test(e)
const t=e.filter((t,n)=>e.slice(n,n+3).some(isRefusal))
return Mt.filter(([e])=>t.some(t=>e.test(t))).map(([,e])=>e)}const jt=Xe.Ikc({cpu_stats:Xe.Ikc({cpu_usage:Xe.Ikc({total_usage:Xe.aig()})})})
const Pt=300
const It=.05
async function untilIdle({api:e,id:t,wanted:n,signal:s}){let r
for(;;){await(0,v.setTimeout)(Pt,undefined,{signal:s})
const i=n()?await processorMs(e,t,s):undefined
const o=Re.performance.now()
if(i!==undefined&&r!==undefined&&(i-r.ms)/(o-r.at)<It)return
r=i===undefined?undefined:{ms:i,at:o}}}async function processorMs(e,t,n){const s={stream:"false","one-shot":"true"}
const r=await(0,Ne.kA)(e,{method:"GET",path:`/containers/${t}/stats`,query:s,signal:n})
const i=r.ok?jt.safeParse(r.value).data:undefined
return i===undefined?undefined:i.cpu_stats.cpu_usage.total_usage/1e6}var At=n(78474)
var Tt=n(80481)
var _t=n(57075)
const Ct=2e3
const Rt=4e3
const Nt=/^(\d{4}-\d\d-\d\dT[\d:.]+Z) ?(.*)$/s
async function saveLog(e,t,n,s){const r=[]
const open=()=>{const e=new _t.PassThrough
const t=(0,Tt.createInterface)({input:e,crlfDelay:Number.POSITIVE_INFINITY})
let n=""
t.on("line",e=>{const[,t,s]=Nt.exec(e)??[]
if(t!==undefined)n=t
r.push({time:n,text:(s??e).slice(0,Rt)})})
return{input:e,read:(0,At.once)(t,"close")}}
const o={stdout:open(),stderr:open()}
const a={stdout:"1",stderr:"1",timestamps:"1",tail:String(Ct)}
const c=frames_frames((e,t)=>o[t].input.write(e))
await(0,Ne.kA)(e,{method:"GET",path:`/containers/${t}/logs`,query:a,onData:c})
for(const{input:e}of Object.values(o))e.end()
await Promise.all(Object.values(o).map(({read:e})=>e))
if(r.length===0)return{lines:[]}
r.sort((e,t)=>e.time<t.time?-1:e.time>t.time?1:0)
const d=(0,i.join)(n,`${s}.log`)
await(0,f.writeFile)(d,r.map(({time:e,text:t})=>`${e} ${(0,He.I)(t,Rt)}\n`).join(""))
return{file:d,lines:r.flatMap(({text:e})=>(0,He.v)(e))}}const Dt=128*2**20
function turns({slots:e,memory:t}){const n=[]
let s=0
let r=0
const letIn=e=>{s+=1
r+=e
const t=turns_once(()=>{s-=1
next()})
const n=turns_once(()=>{r-=e
next()})
return{tried:t,gone:()=>{t()
n()}}}
const next=()=>{for(;;){const i=n.findIndex(({memory:n})=>s===0||s<e&&r+n<=t)
const[o]=i<0?[]:n.splice(i,1)
if(o===undefined)return
o.enter(letIn(o.memory))}}
return{enter:e=>new Promise(t=>{n.push({memory:e,enter:t})
next()}),crowded:()=>n.length>0}}function turns_once(e){let t=false
return()=>{if(t)return
t=true
e()}}async function perform(e,t,{needs:n,isReady:s,dependents:r}){const{api:i,outcomes:o,here:a,ids:c,signal:d,tell:u}=e
const{name:f}=t
const l=(await n).find(e=>e!==undefined)
if(o.has(f))return
if(l!==undefined){o.set(f,{kind:"unknown",why:`not started: ${l}`})
return}const p=await e.turns.enter(t.hardening?.memory??Dt)
const m=new AbortController
try{d.throwIfAborted()
const[n,l]=[a.get(f),c.get(f)]
if(n===undefined||l===undefined)throw new Ne.OW(`the container of ${f} is gone`)
u(t,"started","starting")
const h=AbortSignal.any([d,m.signal])
untilIdle({api:i,id:l,wanted:e.turns.crowded,signal:h}).then(p.tried,()=>{})
const onReady=e=>{m.abort()
p.tried()
s()
u(t,"update",e)}
const g=await tryMember({...e,onReady:onReady},n.member,n.image,l)
if(g.broken===undefined){p.tried()
await r
o.set(f,await finish(e,t,{trial:g,id:l}))
return}await stop(e,l,Lt)
const w=await saveLog(e.api,l,e.logFolder,f)
const y=await retry(e,t,{trial:g,log:w})
if(y===undefined){o.set(f,{kind:"tried",trial:g,log:w,...exitOf(e,l)})
return}p.tried()
if(t.policy?.hardening==="advisory"){s()
await r}const k=await finish(e,t,y)
o.set(f,{...k,needs:y.needs,log:w})}finally{m.abort()
p.gone()}}async function retry(e,t,{trial:n,log:s}){const r=e.here.get(t.name)
if(r===undefined||t.role==="external")return undefined
return retryPlain(e,r.member,r.image,n,s.lines)}const Lt=1
async function finish(e,t,{trial:n,id:s}){const{stopGracePeriod:r}=t.health?.timing??nt.l
const i=n.broken??broken_ended(e.events,s)
await stop(e,s,Math.max(1,Math.ceil(r/1e3)))
const o=await saveLog(e.api,s,e.logFolder,t.name)
return{kind:"tried",trial:{...n,...i&&{broken:i}},log:o,...exitOf(e,s)}}const exitOf=({events:e},t)=>{const n=e.exitedAs(t)
return n===undefined?{}:{exit:n}}
async function stop({api:e,events:t,signal:n},s,r){const i={t:String(r)}
const o=await(0,Ne.kA)(e,{method:"POST",path:`/containers/${s}/stop`,query:i,signal:n})
if(o.ok)await Promise.race([t.exitOf(s),(0,v.setTimeout)(500,undefined,{signal:n})])}const Bt=/not found|manifest unknown|no matching manifest|does not provide|no match for platform/i
const Ft=/unauthorized|denied|forbidden/i
async function pull(e,t){const{docker:n,api:s,platform:r,images:i,signal:o}=t
if(i==="present")return check(s,e,o)
const a=e.platform
if(a!==undefined&&/@sha256:/.test(e.image)){const t=await check(s,e,o)
if(t.kind==="here")return t}let c=""
for(let t=1;t<=3;t++){const r=["pull","--quiet",...a===undefined?[]:[`--platform=${a}`],"--",e.image]
const{exitCode:i,stderr:d}=await(0,Ne.T1)(n,r,{signal:o})
if(i===0)return check(s,e,o)
c=(0,Ne.fM)(d)
if(Bt.test(c)||Ft.test(c))break
await(0,v.setTimeout)(1e3*2**(t-1),undefined,{signal:o})}if(Bt.test(c)&&a===undefined)return pull({...e,platform:r},t)
if(Bt.test(c)&&!Ft.test(c))return{kind:"wrong",why:`not in the registry for ${a??r}: ${e.image}`}
return{kind:"unknown",why:`cannot pull ${e.image}: ${c.replace(/^Error response from daemon: /,"")}`}}async function check(e,t,n){const s=await(0,et.mm)(e,t.image,n)
if(s===undefined)return{kind:"unknown",why:`the engine does not have ${t.image}`}
const{platform:r}=t
if(r!==undefined&&r.split("/",2).join("/")!==s.platform)return{kind:"wrong",why:`wrong architecture: the image is for ${s.platform}, wanted ${r}`}
return{kind:"here",member:{...t,platform:r??s.platform},image:s}}var Ht=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var Ut=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function runStack(e){const{docker:t,api:n,members:s,reach:r=(0,Ce.reachHost)("127.0.0.1")}=e
const i=`lucid-smoke-${(0,E.randomBytes)(5).toString("hex")}`
const o=new Map
const a=new AbortController
const c=AbortSignal.any([e.signal,a.signal])
let d=e.network
let u=false
let f=[]
try{const f=await(0,et.Ty)(n,c)
const l=await pullAll({...e,signal:c},o)
const p=[...l.values()].map(({member:e})=>e)
if(p.length>0){const m={stack:[],error:void 0,hasError:false}
try{const h=Ht(m,watchEvents(n,{...{run:i,since:f.time},lost:e=>a.abort(new Ne.OW(e))}),true)
const g=new Set([...l].filter(([,{image:e}])=>e.healthcheck).map(([e])=>e))
u=true
const w=(0,Je.labelsOf)((0,Je.ownerOf)(i))
const y=await createStack({...{docker:t,api:n,signal:c,composePath:e.composePath,near:r.near},stack:{...{use:{kind:"smoke",labels:w},project:i,network:e.network,parts:p},...{selfChecked:g,address:r.address}}})
d=y.network
for(const[e,t]of y.refused)o.set(e,brokenAt("start",{startError:t}))
const v=new Map((await(0,et.Xu)(n,i,c)).map(({service:e,id:t})=>[e,t]))
const b=(0,De.V)(e.platform)===f.machine?"native":"emulated"
const $={machines:new Map,commands:(0,k.A)(f.cpus),starts:(0,k.A)(f.cpus),speed:b}
const x={...{docker:t,api:n,run:i,labels:w,signal:c,events:h,reach:r,shared:$,outcomes:o,here:l,ids:v},...{members:s,logFolder:e.logFolder,tell:e.tell},network:{key:e.network.name,name:`${i}_${e.network.name}`},turns:turns(limitsOf(f,b,e.maxParallel))}
await performAll(x,a)}catch(e){m.error=e
m.hasError=true}finally{const e=Ut(m)
if(e)await e}}}catch(t){const n=explain(t,e.signal)
if(n===undefined)throw t
for(const{name:e}of s)if(!o.has(e))o.set(e,{kind:"unknown",why:n})}finally{if(u)f=await(0,Je.removeRun)(n,i).catch(e=>lost(e,i))}return{network:d,outcomes:o,created:u,leftovers:f}}const Gt=.8
function limitsOf({cpus:e,memory:t},n,s){const r=s??e*(n==="native"?4:2)
return{slots:Math.max(r,1),memory:t*Gt}}async function performAll(e,t){const{api:n,ids:s,members:r,signal:i}=e
const o=new Map(r.map(({name:e})=>[e,Promise.withResolvers()]))
const a=new Map(r.map(({name:e})=>[e,Promise.withResolvers()]))
const c=r.map((c,d)=>{const{name:u}=c
const f=r.slice(d+1).filter(({needs:e})=>e.includes(u))
const l=perform(e,c,{needs:Promise.all(c.needs.map(e=>o.get(e)?.promise)),isReady:()=>o.get(u)?.resolve(undefined),dependents:Promise.all(f.map(e=>a.get(e.name)?.promise))}).catch(e=>{t.abort(e)
throw e}).finally(()=>{o.get(u)?.resolve(`${u}, which it needs, is not ready`)
a.get(u)?.resolve()})
const p=s.get(u)
return l.then(()=>p===undefined?[]:(0,Je.removeContainers)(n,[p],i).catch(()=>[]))})
const d=await Promise.allSettled(c)
i.throwIfAborted()
const u=d.find(e=>e.status==="rejected")
if(u!==undefined)throw u.reason}function brokenAt(e,t,n){const s={phase:e,symptoms:t,...n!==undefined&&{guess:n}}
return{kind:"tried",trial:{probes:[],broken:s}}}const Yt=new Set(["ENOSPC","EDQUOT","EROFS"])
function explain(e,t){if(t.aborted)return t.reason instanceof DOMException&&t.reason.name==="TimeoutError"?"smoke took too long":"interrupted"
if(e instanceof Ne.OW)return`no answer from the engine: ${e.message}`
const{code:n,message:s}=e
return n!==undefined&&Yt.has(n)?`this machine's disk: ${s}`:undefined}function lost(e,t){if(!(e instanceof Ne.OW))throw e
return[`all of ${t}`]}const Wt=4
async function pullAll(e,t){const n=(0,k.A)(Wt)
const s=new Map
const r=e.members.map(t=>n(async()=>({member:t,pulled:await pull(t,e)})))
for(const{member:e,pulled:n}of await Promise.all(r)){const{name:r}=e
if(n.kind==="here")s.set(r,n)
else if(n.kind==="wrong")t.set(r,brokenAt("pull",{startError:n.why},n.why))
else t.set(r,{kind:"unknown",why:n.why})}return s}const Vt=30*6e4
async function smoke_smoke(e){const{plan:t,images:n,api:s,outDir:r,options:o={}}=e
const a=Re.performance.now()
const c=AbortSignal.timeout(o.deadlineMs??Vt)
const d=AbortSignal.any([c,...e.signal?[e.signal]:[]])
await(0,f.mkdir)(r,{recursive:true})
if(n.length>0)await(0,Je.removeLeftovers)(s,d).catch(whenNobodyAnswers)
const u=[...new Set(n.map(({platform:e})=>e))]
const l=[]
let p=t.network
const m=[]
const h=[]
for(const t of u){const n=(0,i.join)(r,composeName(t,u))
const s=await onPlatform({...e,options:o,signal:d},t,u.length>1,n)
l.push(...s.rows)
p=s.network??p
if(s.created)m.push(n)
h.push(...s.leftovers)}const[g]=m
return{...{kind:"lucid.smoke",version:1,revision:t.source.revision,network:p},services:n.flatMap(e=>l.filter(t=>t.service===e.service&&t.platform===e.platform)),...g!==undefined&&{composeFile:g},...h.length>0&&{leftovers:h},durationMs:Math.round(Re.performance.now()-a)}}function composeName(e,t){return e===t[0]?"compose.smoke.yml":`compose.smoke.${e.replaceAll("/","-")}.yml`}function whenNobodyAnswers(e){if(!(e instanceof Ne.OW)&&!(e instanceof DOMException))throw e}async function onPlatform(e,t,n,s){const{plan:r,docker:o,api:a,options:c,outDir:d,progress:u,signal:l}=e
const{members:p,bystanders:m}=lineup(r,e.images,t,e.supporting)
const subject=e=>n?`${e} ${t}`:e
const h=m.map(({image:e,verdict:n,reason:s})=>({...{service:e.service,platform:t,ref:members_pinned(e),digest:e.digest},...{verdict:n,reason:s,probes:[]}}))
if(p.length===0)return{rows:h,created:false,leftovers:[]}
const g=(0,i.join)(d,"logs",n?t.replaceAll("/","-"):"")
await(0,f.mkdir)(g,{recursive:true})
const{mirrored:w=e=>e}=c
const{network:y,outcomes:k,created:v,leftovers:b}=await runStack({...{docker:o,api:a,platform:t,network:r.network,signal:l,composePath:s,logFolder:g},members:p.map(e=>e.role==="external"?{...e,image:w(e.image)}:e),...{maxParallel:c.maxParallel,reach:c.reach,images:c.images??"pull"},tell:(e,t,n)=>u({stage:"smoke",subject:subject(e.name),state:t,text:n})})
for(const e of p){if(e.role!=="subject")continue
const n=judge(e,t,k.get(e.name))
const s=n.verdict==="healthy"?"healthy":n.failure?.guess??n.reason??n.verdict
u({stage:"smoke",subject:subject(e.name),state:n.verdict==="healthy"?"done":"failed",text:s})
h.push(n)}return{rows:h,network:y,created:v,leftovers:b}}var qt=n(99643)
function junitXml({services:e,revision:t,network:n,durationMs:s}){const r=[...new Set(e.map(({platform:e})=>e))]
const i=r.map(s=>{const r=e.filter(e=>e.platform===s)
const i=Object.entries({revision:t,platform:s,network:n.name,subnet:n.subnet})
return[`<testsuite${attributes({name:`smoke ${s}`,...counts(r),time:junit_time(sum(r))})}>`,`<properties>${i.map(([e,t=""])=>`<property${attributes({name:e,value:t})}/>`).join("")}</properties>`,...r.map(testCase),"</testsuite>"].join("\n")})
const{tests:o,failures:a,errors:c}=counts(e)
const d=attributes({name:"lucid smoke",time:junit_time(s),tests:o,failures:a,errors:c})
return`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${d}>\n${i.join("\n")}\n</testsuites>\n`}const sum=e=>e.reduce((e,{readyMs:t=0})=>e+t,0)
const junit_time=e=>(e/1e3).toFixed(3)
function counts(e){const count=t=>e.filter(e=>e.verdict===t).length
return{tests:e.length,failures:count("unhealthy"),errors:count("unknown"),skipped:count("skipped")}}function testCase(e){const{service:t,platform:n,verdict:s,reason:r,failure:i,readyMs:o=0}=e
const a=`<testcase${attributes({name:(0,qt.X5)(e),classname:`smoke.${n}.${t}`,time:junit_time(o)})}`
const c=i===undefined?"":`<system-out>${junit_text(i.log.join("\n"))}</system-out>`
switch(s){case"healthy":return r===undefined?`${a}/>`:`${a}><system-out>${junit_text(r)}</system-out></testcase>`
case"skipped":return`${a}><skipped>${junit_text(r??"")}</skipped></testcase>`
case"unknown":return`${a}><error${attributes({type:"unknown",message:r??"no answer"})}/></testcase>`
case"unhealthy":{const t=attributes({type:i?.phase??"ready",message:i?.guess??"unhealthy"})
return`${a}><failure${t}>${junit_text((0,qt.f7)(e))}</failure>${c}</testcase>`}}}function attributes(e){return Object.entries(e).map(([e,t])=>` ${e}="${junit_text(String(t)).replace(/[\t\n\r]/g,e=>`&#${e.charCodeAt(0)};`)}"`).join("")}function junit_text(e){return e.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,"").replace(/[&<>"']/g,e=>`&#${e.charCodeAt(0)};`)}async function writeSmoke(e,t){const n=new Set(t.services.map(({platform:e})=>e)).size>1
const s=await Promise.all(t.services.map(t=>withDiagnosis(e,t,n)))
const r={...t,services:s}
await(0,A.f8)(i.join(e,"smoke.junit.xml"),junitXml(r))
await(0,A.ft)(e,r)
return r}async function withDiagnosis(e,t,n){if(t.failure===undefined)return t
const s=i.join(e,"logs",n?t.platform.replaceAll("/","-"):"")
const r=await(0,A.f8)(i.join(s,`${t.service}.diagnosis.txt`),`${(0,qt.f7)(t)}\n`)
return{...t,failure:{...t.failure,file:r}}}var zt=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var Kt=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function stages_smoke_smoke(e,t){const n=(0,D.cs)(e,t)
const s=await planFor(e,t,n,"to-run")
const r=await smokeBuilt(e,t,n,s,await buildFromRegistry(s,n))
await leaveNotes(r.services.filter(({verdict:e})=>e!=="skipped"),"tried",s,t)
return r}async function smokeBuilt(e,t,n,s,r){const i={stack:[],error:void 0,hasError:false}
try{const o=r.images.flatMap(({service:e,platform:t,contentRef:n,digest:s})=>s===undefined?[]:[{service:e,platform:t,ref:n,digest:s}])
const a=o.filter(({service:e})=>s.selected.includes(e))
const c={reason:"smoke is off"}
const d=e.smoke==="off"?()=>c:await proven(e,s,a,n)
const u=a.filter(e=>d(e)===undefined)
const f=a.flatMap(e=>skipped(e,d(e)))
const l=zt(i,await openFor(u,e,t),true)
const p=await smoke_smoke({...{plan:s,images:u,supporting:o.filter(e=>!u.includes(e))},...{docker:l.docker,api:l.api,progress:t.progress,signal:t.signal,outDir:e.out},options:{reach:l.reach,...e.maxParallel!==undefined&&{maxParallel:e.maxParallel},mirrored:e=>n.mirrored(e)}})
const order=e=>a.findIndex(({service:t,platform:n})=>t===e.service&&n===e.platform)
const m=[...onRunner(p.services,t),...f]
const h={...p,services:m.sort((e,t)=>order(e)-order(t))}
const g=await writeSmoke(e.out,h)
await recordProofs(p.services,s,t)
return g}catch(e){i.error=e
i.hasError=true}finally{const e=Kt(i)
if(e)await e}}async function openFor(e,t,{docker:n,env:s,signal:r}){if(e.length===0)return{...{docker:n,api:(0,Ae.Q)("",s),reach:(0,Ce.reachHost)("127.0.0.1")},[Symbol.asyncDispose]:async()=>{}}
const i={host:t.dockerHost,context:t.dockerContext}
const o=await(0,Te.openEngine)(n,i,{env:s,signal:r,reachHost:Ce.reachHost})
try{await(0,j.EV)(o.docker,r)
return o}catch(e){await o[Symbol.asyncDispose]()
throw e}}async function recordProofs(e,{source:t,services:n},s){const{event:r,revision:i}=t
if(r.kind==="pull_request"&&r.fork)return
const o=(0,D.cs)({mirror:new Map},s)
const a=await Promise.all(e.map(async({service:e,digest:t,verdict:s})=>{const r=n.find(({name:t})=>t===e)?.image
if(r===undefined||s!=="healthy"&&s!=="unhealthy")return undefined
return(0,L.E4)(o,r,{digest:t,verdict:s,revision:i}).then(()=>undefined,e=>e.message.split("\n",1)[0])}))
const c=a.filter(e=>e!==undefined)
if(c.length>0&&!s.signal.aborted)s.log(`smoke of ${c.length} could not be recorded in the registry (${c[0]}): hand smoke.json on to publish`)}async function proven({smoke:e},t,n,s){if(e==="all")return()=>undefined
const r=new Map
await Promise.all(n.map(async({service:e,digest:n})=>{const i=t.services.find(({name:t})=>t===e)?.image
const o=i===undefined?undefined:await(0,L.r$)(s,i,n)
if(o?.verdict==="healthy")r.set(`${e} ${n}`,o.revision)}))
const i=t.services.filter(({name:e})=>n.some(t=>t.service===e&&!r.has(`${e} ${t.digest}`)))
const o=e==="dependents"?new Set((0,_e.h)(t.services,i,()=>[]).map(({name:e})=>e)):undefined
return({service:e,digest:t})=>{const n=o?.has(e)?undefined:r.get(`${e} ${t}`)
if(n===undefined)return undefined
return{reason:`these very bytes passed smoke before, for ${n.slice(0,12)}`,passedBefore:n}}}function skipped(e,t){if(t===undefined)return[]
const{service:n,platform:s,ref:i,digest:o}=e
const a={service:n,platform:s,ref:`${(0,r._)(i)}@${o}`,digest:o}
return[{...a,verdict:"skipped",...t,probes:[]}]}async function run_run(e,t){const n=t.now()
const s=(0,D.cs)(e,t)
const r=engineLook(e,t)
const i=e.smoke==="off"?"to-build":"to-run"
const{plan:o,findings:a,skipped:c,selected:d}=await(0,R.planAndLint)(e,t,r.watching(s),i,"all")
let u={plan:o}
try{u={...u,lint:await writeLint(e.out,a,d,{skipped:c})}
const n=await buildPlan(e,t,s,o,r)
u={...u,build:n}
const i=await smokeBuilt(e,t,s,o,n)
u={...u,smoke:i}
u={...u,publish:await publishBuilt(e,t,s,o,n,i)}}catch(n){await writeReport(e,t,{...u,plan:o}).catch(()=>undefined)
throw n}u={...u,durationMs:Math.round(t.now()-n)}
return{...u,report:await writeReport(e,t,{...u,plan:o})}}const Jt=Xe.Ikc({Name:Xe.YjP(),ServerVersion:Xe.YjP(),OSType:Xe.YjP(),Architecture:Xe.YjP()})
const Xt={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
async function hostInfo(e,t){const n=await(0,Ne.kA)(e,{method:"GET",path:"/info",signal:t})
if(!n.ok)throw new Ne.OW(n.why)
const s=Jt.safeParse(n.value).data
if(s===undefined)throw new Ne.OW("what answers is no Docker engine")
const r=Xt[s.Architecture]??s.Architecture
return{name:s.Name,engine:s.ServerVersion,platform:`${s.OSType}/${r}`}}const Zt=Xe.Ikc({Id:Xe.YjP(),RepoDigests:Xe.YOg(Xe.YjP()).nullish(),Created:Xe.YjP().nullish(),Config:Xe.Ikc({Labels:Xe.g1P(Xe.YjP(),Xe.YjP()).nullish()}).nullish()})
const Qt="org.opencontainers.image.revision"
async function lookOnHost(e,t,n){const{service:s,platform:r,ref:i,image:o,facts:a}=t
const c={service:s,platform:r,ref:i}
const d=a&&{published:known(a.indexDigest??a.digest,a.labels[Qt],a.created)}
for(const t of a===undefined?[]:[a.indexDigest,a.digest]){const s=t===undefined?undefined:await inspect(e,`${o}@${t}`,n)
if(s!==undefined&&t!==undefined)return{...c,...d,state:"present",here:known(t,labelOf(s),s.Created)}}const u=await inspect(e,i,n)
const f=u?.RepoDigests?.map(e=>e.split("@")[1]).find(e=>e!==undefined)
const l=u&&f!==undefined?{here:known(f,labelOf(u),u.Created)}:undefined
const p=a===undefined?"unpublished":l===undefined?"absent":"old"
return{...c,...d,...l,state:p}}const labelOf=({Config:e})=>e?.Labels?.[Qt]
function known(e,t,n){return{digest:e,...t!==undefined&&{revision:t},...n&&{created:n}}}async function inspect(e,t,n){const s=await(0,Ne.kA)(e,{method:"GET",path:`/images/${t}/json`,signal:n})
return s.ok?Zt.safeParse(s.value).data:undefined}var en=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var tn=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function verifyHost(e,t){const n={stack:[],error:void 0,hasError:false}
try{const s=t.now()
const r=(0,D.cs)(e,t)
const o=await(0,D.O_)(e,t)
const{signal:a,progress:c}=t;(0,N.F)(e.platform,o.services)
const d=await(0,D.oD)(e,(0,oe.O)(o.root,t),t)
const u=(0,C.Z)(o,{services:e.service,phases:e.phase})
const f={host:e.dockerHost,context:e.dockerContext}
const l=en(n,await(0,Te.openEngine)(t.docker,f,{env:t.env,signal:a,reachHost:Ce.reachHost}),true)
await(0,j.EV)(l.docker,a)
const p=await hostInfo(l.api,a)
const m=(0,N.i)(e.platform)
const h=m.length>0?m:[p.platform]
const floating=e=>(0,z.T)(e,{...d,event:{kind:"push",branch:d.defaultBranch??"main"}},o).floating[0]
const look=async(e,t)=>{const n=floating(e)
if(n===undefined||!e.platforms.includes(t))return undefined
const s=`${e.image}:${n}`
const i=await r.imageFacts(s,t)
return lookOnHost(l.api,{service:e.name,platform:t,ref:s,image:e.image,facts:i},a)}
const g=(await Promise.all(o.services.flatMap(e=>h.map(t=>look(e,t))))).filter(e=>e!==undefined)
const w=new Set(u.map(({name:e})=>e))
const y=g.filter(({service:e})=>w.has(e))
const runnable=e=>e.flatMap(({service:e,platform:t,ref:n,here:s})=>s===undefined?[]:[{service:e,platform:t,ref:n,digest:s.digest}])
const k={...{kind:"lucid.plan",version:1,root:o.root,source:d,project:o.project},...{network:o.network,phases:o.phases,services:o.services,planned:o.planned},...{externals:o.externals,selected:[...w],images:[],tags:{},waves:[],matrix:{include:[]}}}
const v=i.join(e.out,"host")
const b=await smoke_smoke({...{plan:k,docker:l.docker,api:l.api,progress:c,signal:a,outDir:v},images:runnable(y),supporting:runnable(g.filter(({service:e})=>!w.has(e))),options:{...{images:"present",reach:l.reach,mirrored:e=>r.mirrored(e)},...e.maxParallel!==undefined&&{maxParallel:e.maxParallel}}})
const $={...{kind:"lucid.verify-host",version:1,host:p,images:y},smoke:await writeSmoke(v,b),durationMs:Math.round(t.now()-s)}
await(0,A.ft)(e.out,$)
return $}catch(e){n.error=e
n.hasError=true}finally{const e=tn(n)
if(e)await e}}}),27387:((e,t,n)=>{n.d(t,{Nh:()=>entrypointFilled,Np:()=>runs,VR:()=>userVerdict,ix:()=>megabytes,l2:()=>checkConfig,sz:()=>expanded})
var s=n(65231)
const r="org.opencontainers.image.revision"
function checkConfig(e,t,n,s,{platform:i,outcome:o}){const{verify:a,ports:c}=n
e.add("platform",{ok:t.platform===i,expected:i,actual:t.platform})
if(a.user!==undefined)e.add("user",userVerdict(a.user,t.user))
for(const n of a.labels)e.add("labels",{name:`label ${n}`,...filled(t.labels[n])})
e.add("revision",revisionVerdict(t.labels[r],s,o))
e.add("labels-expanded",{name:"labels expanded",...expanded(t.labels)})
if(a.maxSize===undefined)e.skip("size","the catalog sets no verify.max_size")
else e.add("size",sizeVerdict(a.maxSize,t.size))
for(const{container:n,protocol:s}of c){const r=`${n}/${s}`
const i=t.exposedPorts.includes(r)
e.add("port",{name:`port ${r}`,ok:i,expected:"exposed",actual:t.exposedPorts.join(", ")})}}const runs=({ports:e,health:t})=>e.length>0||t!==undefined
function entrypointFilled(e,{entrypoint:t,command:n}){e.add("entrypoint",filled((t??n)?.join(" ")))}function filled(e){return{ok:e!==undefined&&e.trim()!=="",expected:"filled",actual:e}}function userVerdict(e,t){const n=e.includes(":")?t:t?.split(":")[0]
return{ok:n===e,expected:e,actual:t??"root"}}function revisionVerdict(e,{revision:t},n){return n==="built"?{ok:e===t,expected:t,actual:e}:filled(e)}function expanded(e){const t=Object.entries(e).filter(([,e])=>/\$[{(A-Za-z_]/.test(e))
return{ok:t.length===0,expected:"no $ left",actual:(0,s.H)(t.map(([e,t])=>`${e}=${t.slice(0,200)}`))}}const megabytes=e=>`${(e/1e6).toFixed(1)} MB`
function sizeVerdict(e,t){return{ok:t<=e,expected:`at most ${megabytes(e)}`,actual:megabytes(t)}}}),65231:((e,t,n)=>{n.d(t,{H:()=>few,v:()=>Verdicts})
var s=n(83529)
class Verdicts{#K
#J=[]
#X=new Map
constructor({checks:e={}}){this.#K=e}wants(e){if(this.#K[e]!=="off")return true
this.skip(e,"switched off in the catalog")
return false}isSet(e){return Object.hasOwn(this.#K,e)}add(e,{name:t=e,ok:n,expected:r,actual:i}){if(!this.wants(e))return
const o=this.#K[e]??s.a.find(t=>t.id===e)?.level
const a=i===undefined||i===""?"none":i
this.#J.push({id:e,name:t,ok:n,expected:r,actual:a,...o==="warning"&&{level:o}})}skip(e,t){if(!this.#X.has(e))this.#X.set(e,{id:e,reason:t})}get checks(){return this.#J}get unchecked(){return[...this.#X.values()]}}function few(e,t=5){const n=e.length-t
return n>0?`${e.slice(0,t).join(", ")} and ${n} more`:e.join(", ")}})}
