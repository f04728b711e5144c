export const id=1551
export const ids=[1551,1405,4058,3662]
export const modules={30156:((e,n,t)=>{t.d(n,{Q:()=>apiAt,V:()=>usualApi})
var s=t(31421)
var r=t(37067)
var i=t(57075)
var o=t(45364)
const a="v1.45"
function apiAt(e,n){const t=socketOf(e)
if(t===undefined)return e=>asked(e,{createConnection:()=>dialed(n)})
const s=new r.Agent({keepAlive:true})
return async e=>{try{return await asked(e,{socketPath:t,agent:s})}catch(n){if(n.stale)return asked(e,{socketPath:t})
throw n}}}async function usualApi(e){const n=await(0,o.VH)(e)
return n===undefined||socketOf(n)===undefined?undefined:apiAt(n,e)}function socketOf(e){return/^unix:\/\/(\/.*)$/.exec(e)?.[1]??pipeOf(e)}function pipeOf(e){return/^npipe:(\/\/.*)$/.exec(e)?.[1]?.replace(/^\/\/(?=\/\/)/,"").replaceAll("/","\\")}function dialed(e){const n=(0,s.spawn)("docker",["system","dial-stdio"],{env:{...e},stdio:["pipe","pipe","pipe"]})
let t=""
n.stderr.on("data",e=>{t=(t+e.toString()).slice(-2e3)})
const r=new i.Duplex({read:()=>void n.stdout.resume(),write:(e,t,s)=>void n.stdin.write(e,()=>s())})
n.stdin.on("error",()=>{})
n.stdout.on("data",e=>{if(!r.push(e))n.stdout.pause()})
n.on("error",e=>r.destroy(new Error(`cannot run docker: ${e.message}`,{cause:e})))
n.on("close",e=>{if(e===0)r.push(null)
else r.destroy(new Error(t.trim()||`docker system dial-stdio ended with ${e}`))})
r.on("close",()=>n.kill())
return r}const c=new Set(["ECONNRESET","EPIPE"])
function asked({method:e,path:n,query:t,body:s,signal:i,onData:o},d){return new Promise((u,f)=>{i?.throwIfAborted()
const l=s===undefined?undefined:JSON.stringify(s)
const p=t===undefined?"":`?${new URLSearchParams(t)}`
const m=(0,r.request)({...{...d,method:e,path:`/${a}${n}${p}`},headers:{host:"docker",...l!==undefined&&{"content-type":"application/json","content-length":Buffer.byteLength(l)},...e==="POST"&&l===undefined&&{"content-length":0}}})
const abort=()=>m.destroy()
i?.addEventListener("abort",abort,{once:true})
const fail=e=>{i?.removeEventListener("abort",abort)
if(i?.aborted)f(i.reason)
else f(m.reusedSocket&&c.has(e.code??"")?Object.assign(e,{stale:true}):e)}
m.on("error",fail)
m.on("response",e=>{const{statusCode:n=0,headers:t}=e
const s=[]
const done=()=>{i?.removeEventListener("abort",abort)
u({status:n,headers:t,text:Buffer.concat(s).toString()})}
const enough=()=>{done()
m.destroy()}
const r=n>=200&&n<300
e.on("data",e=>o&&r?o(e,enough):s.push(e))
e.on("error",fail)
e.on("end",done)})
m.end(l)})}}),51405:((e,n,t)=>{t.r(n)
t.d(n,{openEngine:()=>openEngine})
var s=t(56008)
var r=t(30156)
var i=t(45364)
var o=t(31421)
var a=t(78474)
var c=t(51455)
var d=t(48161)
var u=t(76760)
var f=t(57075)
var l=t(58500)
function readDestination(e){if(!URL.canParse(e))return undefined
const{protocol:n,username:t,password:s,hostname:r,port:i,pathname:o,search:a,hash:c}=new URL(e)
const plain=e=>/^[A-Za-z0-9_.:[\]%-]+$/.test(e)&&!e.startsWith("-")
if(n!=="ssh:"||s!==""||a!==""||c!=="")return undefined
if(!plain(r)||t!==""&&!plain(t))return undefined
const d=r.replace(/^\[|\]$/g,"")
return{name:t===""?d:`${t}@${d}`,args:[...i===""?[]:["-p",i],...t===""?[]:["-l",t],"--",d],socket:o===""||o==="/"?"/var/run/docker.sock":o}}const p=3e4
async function openSsh(e,n){const t=readDestination(e)
if(t===undefined)throw new s.yo({code:"options/value",message:`docker-host ${JSON.stringify(e)} is no address for ssh`,fix:"write it as in ssh://pi@raspberrypi or ssh://pi@192.168.0.75:22"})
const r=await(0,c.mkdtemp)(u.join((0,d.tmpdir)(),"lssh-"))
const i=u.join(r,"c")
const f=u.join(r,"d")
const l=["BatchMode=yes","ServerAliveInterval=15","ServerAliveCountMax=4","ControlPersist=no","ConnectTimeout=20"]
const p=(0,o.spawn)("ssh",["-M","-N","-T","-S",i,...l.flatMap(e=>["-o",e]),"-L",`${f}:${t.socket}`,...t.args],{stdio:["ignore","ignore","pipe"]})
const close=async()=>{if(p.exitCode===null&&p.signalCode===null&&p.pid!==undefined){p.kill("SIGTERM")
await(0,a.once)(p,"close")}await(0,c.rm)(r,{recursive:true,force:true})}
try{await letIn(p,t.name,[i,f],n)}catch(e){await close()
throw e}return{dockerHost:`unix://${f}`,reach:{open:async(e,n)=>through(["-S",i,"-W",`127.0.0.1:${e}`,...t.args],n),...{host:t.name,address:"127.0.0.1",near:false}},[Symbol.asyncDispose]:close}}async function letIn(e,n,t,r){let i=""
let o
e.stderr?.on("data",e=>{i=(i+e.toString()).slice(-2e3)})
e.on("error",e=>{o=e.message})
e.on("close",e=>{o??=`ssh ended with ${e}`})
const a=performance.now()
for(;;){r.throwIfAborted()
if(o!==undefined||performance.now()-a>p)throw new s.yo({code:"engine/ssh",message:`ssh does not get into ${n}`,why:i.trim().split("\n").at(-1)||o||`no answer within ${p/1e3} s`,fix:"see that `ssh` gets in there without a question: a key in the agent, and the machine in known_hosts"})
const e=await Promise.all(t.map(e=>(0,c.access)(e).then(()=>true,()=>false)))
if(e.every(Boolean))return
await(0,l.setTimeout)(50)}}function through(e,n){const t=(0,o.spawn)("ssh",e,{stdio:["pipe","pipe","ignore"],signal:n})
const s=f.Duplex.from({readable:t.stdout,writable:t.stdin})
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
return{docker:(n,s)=>e(n,{...s,env:{...t,...s?.env}}),api:(0,r.Q)(n.dockerHost,{...i,...t}),reach:n.reach,[Symbol.asyncDispose]:()=>n[Symbol.asyncDispose]()}}const f=u==="tcp"||u==="https"||u==="http"?hostOf(d):undefined
return{...{docker:there,api:(0,r.Q)(d,{...i,...c}),reach:a(f??"127.0.0.1")},[Symbol.asyncDispose]:async()=>{}}}async function addressOf(e,n,t,r){const o=n===undefined?await(0,i.VH)(t):undefined
if(o!==undefined)return o
const a=["context","inspect","--format","{{.Endpoints.docker.Host}}"]
const c=await e(n===undefined?a:[...a,"--",n],{signal:r}).catch(()=>undefined)
if(c?.exitCode===0)return c.stdout.trim()
if(n===undefined)return""
throw new s.yo({code:"options/value",message:`there is no Docker context ${JSON.stringify(n)}`,fix:"see `docker context ls`, or make it: docker context create pi --docker host=ssh://pi@raspberrypi"})}const m=/^(?:localhost|127\..*|\[?::1\]?)$/
function hostOf(e){const n=e.replace(/^tcp:/,"http:")
if(!URL.canParse(n))return undefined
const{hostname:t}=new URL(n)
return m.test(t)?undefined:t.replace(/^\[|\]$/g,"")}}),41609:((e,n,t)=>{t.r(n)
t.d(n,{lookAtEngine:()=>lookAtEngine,lookAtUsualEngine:()=>lookAtUsualEngine,requireCompose:()=>requireCompose})
var s=t(30156)
var r=t(17048)
var i=t(47624)
async function lookAtEngine(e,n){const{docker:t,api:s,exec:o,env:a,signal:c,builder:d}=n
const u=s&&await Promise.all([infoOf(s,c),e.build?(0,i.wc)(o,"buildx",a,c):"",e.smoke?(0,i.wc)(o,"compose",a,c):"",e.build?(0,r.IK)(t,{signal:c,builder:d}):undefined])
c.throwIfAborted()
const[f,l,p,m]=u??[]
if(f===undefined||l===undefined||p===undefined)return(0,r.P7)(t,{signal:c,needs:e,...d!==undefined&&{builder:d}})
return{...(0,r.LV)(f,""),...l!==""&&{buildx:l},...p!==""&&{compose:p},...m!==undefined&&{builder:m}}}async function lookAtUsualEngine(e,n){return lookAtEngine(e,{...n,api:await(0,s.V)(n.env)})}async function requireCompose(e){(0,r.hh)(await lookAtEngine({smoke:true},e),{smoke:true})}async function infoOf(e,n){const t=await e({method:"GET",path:"/info",signal:n}).catch(()=>undefined)
return t?.status===200?t.text:undefined}}),11011:((e,n,t)=>{t.d(n,{r:()=>s})
const s="0.1.0"}),989:((e,n,t)=>{t.d(n,{W:()=>fingerprints})
var s=t(77598)
function fingerprint({code:e,message:n,at:t},r){const i=t?.line===undefined?undefined:lineOf(r(t.file),t.line)
const o=i===undefined||i===""?["message",n]:["line",i]
return(0,s.createHash)("sha256").update(JSON.stringify([e,t?.file??"",...o])).digest("hex").slice(0,32)}function lineOf(e,n){return e?.split(/\r\n|\r|\n/)[n-1]?.trim().replace(/\s+/g," ")}function fingerprints(e,n){const t=new Map
return e.map(e=>{const s=fingerprint(e,n)
const r=(t.get(s)??0)+1
t.set(s,r)
return{finding:e,fingerprint:s,occurrence:r}})}}),24959:((e,n,t)=>{t.d(n,{V:()=>machineOf,o:()=>programOf})
const s={3:"i686",21:"ppc64le",22:"s390x",40:"armv7l",62:"x86_64",183:"aarch64",243:"riscv64",258:"loongarch64"}
const r={386:"i686",amd64:"x86_64",arm:"armv7l",arm64:"aarch64",loong64:"loongarch64",ppc64le:"ppc64le",riscv64:"riscv64",s390x:"s390x"}
function machineOf(e){return r[e.split("/")[1]??""]}function programOf(e){const n=Buffer.from(e.buffer,e.byteOffset,e.byteLength)
if(n.length>=20&&n.readUInt32BE(0)===2135247942){const e=n[5]===2?n.readUInt16BE(18):n.readUInt16LE(18)
const t=loaderOf(n)
return{kind:"elf",machine:s[e]??`machine ${e}`,...t!==undefined&&{loader:t}}}if(n.subarray(0,2).toString("latin1")==="#!"){const e=n.subarray(2,256).toString("utf8").split("\n",1)[0]??""
return{kind:"script",interpreter:e.trim().split(/\s+/)}}return{kind:"other"}}function loaderOf(e){if(e.length<64||e[4]!==2||e[5]!==1)return undefined
const n=Number(e.readBigUInt64LE(32))
const t=e.readUInt16LE(54)
const s=e.readUInt16LE(56)
for(let r=0;r<s&&t>=56;r++){const s=n+r*t
if(s+56>e.length)return undefined
if(e.readUInt32LE(s)!==3)continue
const i=Number(e.readBigUInt64LE(s+8))
const o=Number(e.readBigUInt64LE(s+32))
if(o<2||o>256||i+o>e.length)return undefined
return e.toString("utf8",i,i+o).replace(/\0.*$/s,"")}return undefined}}),15654:((e,n,t)=>{t.d(n,{Gf:()=>r,Yq:()=>withRun,gM:()=>before,mC:()=>findingLine,uZ:()=>pastRun})
var s=t(96464)
const r={kind:"lucid.history",version:1,runs:[]}
const i=90
const o=2e6
const a=500
const c=300
function pastRun(e,n,t,r){const{plan:i,lint:o,url:c,durationMs:d}=e
return{...{id:t,at:r,revision:i.source.revision,headline:(0,s.Pl)(e,n)},...c!==undefined&&{url:c},...d!==undefined&&{durationMs:Math.round(d)},services:Object.fromEntries(n.map(e=>[e.service,pastService(e)])),...o!==undefined&&{findings:o.findings.slice(0,a).map(findingLine)}}}function pastService({outcome:e,digest:n,size:t,buildMs:s,readyMs:r,latencyMs:i,health:o,problem:a}){const d={digest:n,size:t,buildMs:s,readyMs:r,latencyMs:i,health:o,problem:a?.slice(0,c)}
return{outcome:e,...Object.fromEntries(Object.entries(d).filter(([,e])=>e!==undefined))}}function findingLine({code:e,message:n,at:t}){return`${t===undefined?"":`${t.file}: `}${n} (${e})`.slice(0,c)}function before({runs:e},n){const t=e.findIndex(e=>e.id===n)
return t===-1?e:e.slice(0,t)}function withRun(e,n){const t=e.runs.find(({id:e})=>e===n.id)
if(t!==undefined&&Object.keys(t.services).length>Object.keys(n.services).length)return e
const s=t===undefined?[...e.runs,n]:e.runs.map(e=>e===t?{...n,at:e.at}:e)
let r=s.slice(-i)
const a=r.map(e=>Buffer.byteLength(JSON.stringify(e)))
let c=a.reduce((e,n)=>e+n,0)
let d=0
while(c>o&&d<r.length-1)c-=a[d++]??0
r=r.slice(d)
return{...e,runs:r}}}),96824:((e,n,t)=>{t.d(n,{OW:()=>EngineGone,Pq:()=>json,T1:()=>call,fM:()=>lastLine,kA:()=>ask})
class EngineGone extends Error{name="EngineGone"}const s=/no space left on device/i
const r=new RegExp(`cannot connect to the docker daemon|error during connect|is the docker daemon running|docker daemon is not running|${s.source}`,"i")
async function call(e,n,t={}){const s={COMPOSE_DISABLE_ENV_FILE:"1",...t.env}
const i=await e(n,{...t,env:s}).catch(e=>{throw new EngineGone(e instanceof Error?e.message:String(e),{cause:e})})
t.signal?.throwIfAborted()
if(i.exitCode!==0&&r.test(i.stderr))throw new EngineGone(lastLine(i.stderr))
return i}async function ask(e,n){const t=await e(n).catch(e=>{n.signal?.throwIfAborted()
const t=e instanceof Error?e.message:String(e)
throw new EngineGone(`the Docker daemon does not answer: ${t}`,{cause:e})})
const{status:r,text:i}=t
if(r<400)return{ok:true,value:json(i)}
const{message:o}=json(i)??{}
const a=typeof o==="string"?lastLine(o):`the engine answered ${r}`
if(s.test(a))throw new EngineGone(a)
return{ok:false,status:r,why:a}}function lastLine(e){return e.trimEnd().split("\n").at(-1)?.trim()??""}function json(e){try{return JSON.parse(e)}catch{return undefined}}}),87155:((e,n,t)=>{t.d(n,{Ty:()=>engineInfo,Xu:()=>inspectContainers,aH:()=>inspectContainer,mm:()=>inspectImage,ts:()=>listContainers})
var s=t(12311)
var r=t(96824)
var i=t(56110)
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
const r=await Promise.all(s.map(n=>inspectContainer(e,n,t)))
return r.filter(e=>e!==undefined)}async function inspectContainer(e,n,t){const s=await(0,r.kA)(e,{method:"GET",path:`/containers/${n}/json`,signal:t})
return s.ok?container(d.parse(s.value)):undefined}const f=s.YOg(s.Ikc({Id:s.YjP()}))
async function listContainers(e,n,t){const s={all:"1",filters:JSON.stringify({label:[`com.lucid.run=${n}`]})}
const i=await(0,r.kA)(e,{method:"GET",path:"/containers/json",query:s,signal:t})
if(!i.ok)throw new r.OW(i.why)
return f.parse(i.value).map(({Id:e})=>e)}function container({Id:e,Path:n,Args:t,RestartCount:s,State:r,Config:o,NetworkSettings:a}){const c=Object.entries(a.Ports??{}).flatMap(([e,n])=>{const[t,s]=e.split("/")
const r=n?.[0]?.HostPort
return s==="tcp"&&r!==undefined?[[Number(t),Number(r)]]:[]})
const d=Object.values(a.Networks??{}).flatMap(({DNSNames:e})=>e??[])
return{...d.length>0&&{names:d},healthLog:(r.Health?.Log??[]).map(({ExitCode:e,Output:n})=>({exitCode:e,output:(0,i.I)(n.trim().slice(-500))})),excerpt:{Command:(0,i.I)([n,...t??[]].join(" "),200),WorkingDir:o.WorkingDir||"/",User:o.User||"root",Status:r.Status,ExitCode:r.ExitCode,OOMKilled:r.OOMKilled,...r.Error!==""&&{Error:(0,i.I)(r.Error)},...r.Health&&{Health:r.Health.Status},RestartCount:s,StartedAt:r.StartedAt,FinishedAt:r.FinishedAt},id:e,service:o.Labels?.["com.docker.compose.service"]??"",project:o.Labels?.["com.docker.compose.project"]??"",path:n,searchPath:o.Env?.find(e=>e.startsWith("PATH="))?.slice(5)??u,workingDir:o.WorkingDir||"/",running:r.Running,restarts:s,startedAt:r.StartedAt,pid:r.Pid,exitCode:r.ExitCode,outOfMemory:r.OOMKilled,...r.Error!==""&&{error:r.Error},...r.Health&&{health:r.Health.Status},ports:new Map(c)}}}),56110:((e,n,t)=>{t.d(n,{I:()=>harmless,v:()=>harmlessLines})
var s=t(42812)
const r=/[\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff]/g
function harmless(e,n=500){const t=(0,s.wh)(e).replace(/[\t\n]/g,e=>e==="\t"?" ":"").replace(r,"").replace(/^(\s*):(?=:)/,"$1: ").replaceAll("##[","## [")
return t.length>n?`${t.slice(0,n)} ... (${t.length-n} more)`:t}function harmlessLines(e,n=500){return e.split(/\r\n|\n|\r/).map(e=>harmless(e,n)).filter(e=>e.trim()!=="")}}),34058:((e,n,t)=>{t.r(n)
t.d(n,{isDead:()=>isDead,labelsOf:()=>labelsOf,ownerOf:()=>ownerOf,removeContainers:()=>removeContainers,removeLeftovers:()=>removeLeftovers,removeRun:()=>removeRun,runsOnEngine:()=>runsOnEngine})
var s=t(73024)
var r=t(48161)
var i=t(643)
var o=t(58500)
var a=t(12311)
var c=t(96824)
var d=t(87155)
var u=t(56110)
const f={run:"com.lucid.run",host:"com.lucid.host",pid:"com.lucid.pid"}
function labelsOf({run:e,host:n,pid:t}){return{[f.run]:e,[f.host]:n,[f.pid]:t}}function ownerOf(e){return{run:e,host:thisHost(),pid:`${process.pid}:${startOf(process.pid)??""}`}}function thisHost(){try{return`${(0,r.hostname)()}/${(0,s.readlinkSync)("/proc/self/ns/pid").replace(/\D/g,"")}`}catch{return(0,r.hostname)()}}function startOf(e){try{const n=(0,s.readFileSync)(`/proc/${e}/stat`,"utf8")
return n.slice(n.lastIndexOf(")")+2).split(" ")[19]}catch{return undefined}}function isDead({host:e,pid:n}){if(e!==thisHost())return false
const[t,s]=n.split(":")
const r=Number(t)
if(!Number.isInteger(r)||r<=0)return false
try{process.kill(r,0)}catch(e){return e.code==="ESRCH"}const i=startOf(r)
return s!==undefined&&s!==""&&i!==undefined&&i!==s}const l=a.YOg(a.Ikc({Id:a.YjP(),Labels:a.g1P(a.YjP(),a.YjP()).nullish()}))
async function withLabel(e,n,t,s){const r={all:"1",filters:JSON.stringify({label:[t]})}
const i=await(0,c.kA)(e,{method:"GET",path:n,query:r,signal:s})
if(!i.ok)throw new c.OW(i.why)
return l.parse(i.value)}async function runsOnEngine(e,n){const t=await Promise.all(["/containers/json","/networks"].map(t=>withLabel(e,t,f.run,n)))
const s=new Map
for(const{Labels:e}of t.flat()){const{[f.run]:n,[f.host]:t,[f.pid]:r}=e??{}
if(n&&t&&r)s.set(n,{run:n,host:t,pid:r})}return[...s.values()]}const p=2e4
function removeContainers(e,n,t){return removeAll(e,n.map(e=>`/containers/${e}`),{force:"1",v:"1"},t)}async function removeAll(e,n,t,s){const r=await Promise.all(n.map(n=>(0,c.kA)(e,{method:"DELETE",path:n,query:t,signal:s})))
return r.flatMap(e=>e.ok||e.status===404?[]:[e.why])}async function removeRun(e,n){const t=i.performance.now()
for(let s=250;;s*=2){const r=await removeContainers(e,await(0,d.ts)(e,n))
const a=await withLabel(e,"/networks",`${f.run}=${n}`)
const c=a.map(({Id:e})=>`/networks/${e}`)
const l=await removeAll(e,c,{})
if(r.length===0&&l.length===0)return[]
if(i.performance.now()-t+s>p)return[...r.slice(-1).map(e=>`containers of ${n}: ${(0,u.I)(e)}`),...l.slice(-1).map(e=>`networks of ${n}: ${(0,u.I)(e)}`)]
await(0,o.setTimeout)(s)}}async function removeLeftovers(e,n){const t=(await runsOnEngine(e,n)).filter(isDead)
for(const{run:n}of t)await removeRun(e,n)
return t.map(({run:e})=>e)}}),93662:((e,n,t)=>{t.r(n)
t.d(n,{reachHost:()=>reachHost})
var s=t(77030)
function reachHost(e){const n=e==="127.0.0.1"
return{open:(n,t)=>opened(e,n,t),host:e,address:n?e:"0.0.0.0",near:n}}function opened(e,n,t){return new Promise((r,i)=>{t.throwIfAborted()
const o=(0,s.connect)({host:e,port:n,noDelay:true})
const abort=()=>o.destroy(t.reason instanceof Error?t.reason:new Error("interrupted"))
t.addEventListener("abort",abort,{once:true})
const settle=()=>{t.removeEventListener("abort",abort)
o.off("error",i)}
o.once("error",i)
o.once("close",settle)
o.once("connect",()=>{settle()
r(o)})})}}),71551:((e,n,t)=>{t.r(n)
t.d(n,{build:()=>build_build,lint:()=>lint,publish:()=>publish_publish,report:()=>report,run:()=>run_run,smoke:()=>stages_smoke_smoke,verify:()=>verify_verify,verifyHost:()=>verifyHost})
var s=t(76760)
function asBakeText(e){return literal(e)}function literal(e){if(typeof e==="string")return e.replace(/[$%](?=\{)/g,e=>e+e)
if(Array.isArray(e))return e.map(literal)
if(typeof e==="object"&&e!==null)return Object.fromEntries(Object.entries(e).map(([e,n])=>[literal(e),literal(n)]))
return e}var r=t(87111)
var i=t(42787)
function imageId({service:e,platform:n}){return`${e} ${n}`}function targetNames(e){const n=new Map
const t=new Set
for(const s of e){const e=`${s.service}_${s.platform}`.replace(/[^a-zA-Z0-9_-]/g,"-")
let r=e
for(let n=2;t.has(r);n++)r=`${e}-${n}`
t.add(r)
n.set(imageId(s),r)}return n}function within(e,n){return s.join(e,n)}function csv(e){return e.map(e=>/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e).join(",")}var o=t(39661)
var a=t(9609)
function standardLabels(e,n,t={}){const s=templateVars(e,n,t)
const r={created:dateOf(e),revision:e.revision,version:s.version,source:e.url,url:e.url,title:n.title,description:n.description??e.description,licenses:e.licenses,"base.name":t.baseName,"base.digest":t.baseDigest}
const i=Object.entries(r).map(([e,n])=>[`org.opencontainers.image.${e}`,n])
const o=Object.entries(expandAll(n.labels,s))
return Object.fromEntries([...new Map([...i,...o])].filter(e=>e[1]!==undefined&&e[1]!=="").sort(([e],[n])=>e<n?-1:e>n?1:0))}function templateVars(e,n,t={}){const{revision:s}=e
const r=dateOf(e)
const i=s===o.P?s:s.slice(0,7)
const a=t.version??plainVersion(n)??releaseOf(e)??i
return{name:n.name,revision:s,short_revision:i,version:a,...r!==undefined&&{date:r},...n.phase!==undefined&&{phase:n.phase},...t.project!==undefined&&{project:t.project}}}function expandAll(e,n){return Object.fromEntries(Object.entries(e).map(([e,t])=>[e,(0,a.fT)(t,n)]))}function dateOf({revision:e,committedAt:n,date:t}){return t??(e===o.P?undefined:n)}function releaseOf({event:e}){return e.kind==="tag"?e.tag.replace(/^v(?=\d)/,""):undefined}function plainVersion({args:e}){const n=Object.hasOwn(e,"VERSION")?e.VERSION:undefined
return n===undefined||n===""||n.includes("{{")?undefined:n}function buildArgs(e,n,t){const{project:s,source:r}=e
const i=templateVars(r,n,{project:s})
const o=expandAll(n.args,i)
const a={BUILD_DATE:r.date??r.committedAt,VCS_REF:r.revision,GIT_COMMIT:r.revision,VERSION:i.version}
const c=t.volatileArgs.flatMap(e=>{const n=o[e]??a[e]
return n===undefined?[]:[[e,n]]})
const d=o.SOURCE_DATE_EPOCH??String(Math.floor(Date.parse(r.committedAt)/1e3))
return{SOURCE_DATE_EPOCH:d,...t.args,...Object.fromEntries(c)}}function imageLabels({project:e,source:n},t,{base:s}){return standardLabels(n,t,{project:e,...s&&{baseName:s.name,baseDigest:s.digest}})}function layerDate({project:e,source:n},t){const s=templateVars(n,t,{project:e})
return expandAll(t.args,s).SOURCE_DATE_EPOCH??"318211200"}function attestSpecs({provenance:e,sbom:n,builderId:t}){return[e==="off"?"type=provenance,disabled=true":csv(["type=provenance",`mode=${e}`,...t===undefined?[]:[`builder-id=${t}`]]),n===undefined?"type=sbom,disabled=true":csv(["type=sbom",`generator=${n}`])]}const c=new Set(["BUILD_DATE","VCS_REF","GIT_COMMIT","VERSION","SOURCE_DATE_EPOCH"])
function provenanceProblems(e,{provenance:n},t){if(n!=="max")return[]
const s="use `provenance: min`, which leaves their values out"
const r=e.services.flatMap(n=>{const t=e.images.filter(e=>e.service===n.name&&isBuilt(e))
const r=new Set(t.flatMap(t=>Object.keys(buildArgs(e,n,t))))
const i=[...r].filter(e=>!c.has(e)).sort()
if(i.length===0)return[]
const o=`${n.name} is built with ${i.join(", ")}, and \`provenance: max\` would show the value to everybody who has the image`
return[{code:"build/provenance",message:o,at:n.at,fix:s}]})
if(t.length>0)r.push({code:"build/provenance",message:`Docker's configuration hands ${t.join(", ")} to every build, and \`provenance: max\` would show the value to everybody who has the image`,fix:s})
return r}const isBuilt=({decision:e})=>e.kind==="build"
function builderIdOf(e){const{GITHUB_ACTIONS:n,GITHUB_SERVER_URL:t,GITHUB_REPOSITORY:s,GITHUB_RUN_ID:r,GITHUB_RUN_ATTEMPT:i="1"}=e
if(n!=="true"||!t||!s||!r)return undefined
return`${t}/${s}/actions/runs/${r}/attempts/${i}`}const d={kind:"none",read:[]}
function fittingCache(e,n){const t=n==="remote"||n==="kubernetes"||n==="cloud"
return hasGitHubCache(e)&&!t?"gha":"none"}function hasGitHubCache(e){return Boolean(e.ACTIONS_RUNTIME_TOKEN&&(e.ACTIONS_RESULTS_URL||e.ACTIONS_CACHE_URL))}function cacheScopes({event:e,defaultBranch:n="main"},t){const s={kind:"protected"}
if(e.kind==="pull_request"){const n={kind:"pull-request",number:e.number}
return{read:[n,s],...!e.fork&&{write:n}}}const r="branch"in e?e.branch:undefined
const i=t.GITHUB_ACTIONS!=="true"||t.GITHUB_REF_PROTECTED==="true"||r===n
return{read:[s],...i&&{write:s}}}const u="timeout=2m"
function cacheSpecs(e,n,t,s){const{kind:r,read:i,write:o}=e
const place=r=>placeOf(e,n,t,s,r)
const a=["mode=max","ignore-error=true"]
switch(r){case"none":return{from:[],to:[]}
case"inline":{const e=n.tags[t.name]?.floating??[]
const s=e.slice(0,1).map(e=>csv(["type=registry",`ref=${t.image}:${e}`]))
return{from:s,to:["type=inline"]}}case"gha":return{from:i.map(e=>csv(["type=gha",`scope=${place(e)}`,u])),to:o===undefined?[]:[csv(["type=gha",`scope=${place(o)}`,...a,u])]}
case"registry":return{from:i.map(e=>csv(["type=registry",`ref=${place(e)}`])),to:o===undefined?[]:[csv(["type=registry",`ref=${place(o)}`,...a,"image-manifest=true","oci-mediatypes=true"])]}
case"local":return{from:i.map(e=>csv(["type=local",`src=${place(e)}`])),to:o===undefined?[]:[csv(["type=local",`dest=${place(o)}`,...a])]}
default:return r}}function placeOf(e,n,t,r,i){const o=[...i.kind==="pull-request"?[`pr-${i.number}`]:[],r.platform.replaceAll("/","-")].join("-")
switch(e.kind){case"registry":return`${t.image}:cache-${o}`
case"local":return s.join(e.folder??"",n.project,t.name,o)
default:return["lucid",n.project,t.name,o].join("-")}}function pushesByDigest(e){return e!=="docker"}function outputSpec({contentRef:e},n,t){const s=pushesByDigest(t)?[`name=${(0,i._)(e)}`,"push-by-digest=true","name-canonical=true"]:[`name=${e}`,"store=false","unpack=false"]
const r=["rewrite-timestamp=true",`source-date-epoch=${n}`]
return csv(["type=image",...s,"push=true",...r,"oci-mediatypes=true"])}function bakeDefinition(e){const n=e.images??e.plan.images.filter(({decision:e})=>e.kind==="build")
const t=new Map(e.plan.services.map(e=>[e.name,e]))
const s=targetNames(n)
const r=Object.fromEntries(n.map(n=>{const r=t.get(n.service)
if(r===undefined)throw new Error(`the plan has an image of ${n.service}, but no such service`)
return[s.get(imageId(n))??n.service,bakeTarget(e,s,r,n)]}))
return asBakeText({group:{default:{targets:[...s.values()]}},target:r})}function bakeTarget(e,n,t,r){const{plan:i,root:o,cache:a=d,attest:c={provenance:"off"},driver:u="docker"}=e
const f=e.steps==="anew"||isStale(r)
const{from:l,to:p}=cacheSpecs(a,i,t,r)
const{ssh:m=[]}=t
const at=(n,s)=>e.folderAt?.(r,t,n,s)??within(o,s)
return{context:at("context",t.context),dockerfile:s.join(at("dockerfile",s.dirname(t.dockerfile)),s.basename(t.dockerfile)),...t.target!==undefined&&{target:t.target},platforms:[r.platform],args:buildArgs(i,t,r),labels:imageLabels(i,t,r),annotations:annotationsOf(r,e.under?.get(imageId(r))),contexts:namedContexts(e,n,t,r,at),secret:t.secrets.map(e=>secretSpec(o,e)),...m.length>0&&{ssh:m.map(n=>sshSpec(n,e.env??{}))},...l.length>0&&!f&&{"cache-from":l},...p.length>0&&{"cache-to":p},attest:attestSpecs(c),output:[outputSpec(r,layerDate(i,t),u)],...f&&{"no-cache":true}}}function annotationsOf({fingerprint:e,components:n},t={}){const s=Object.fromEntries(n.map(({name:e,hash:n})=>[e,n]))
return[`manifest:com.lucid.fingerprint=${e}`,`manifest:com.lucid.components=${JSON.stringify(s)}`,...Object.keys(t).length>0?[`manifest:com.lucid.parents=${JSON.stringify(t)}`]:[]]}function isStale({decision:e}){return e.reasons.some(({kind:e})=>e==="stale")}function secretSpec(e,n){switch(n.from){case"env":return csv([`id=${n.id}`,`env=${n.env}`])
case"file":return csv([`id=${n.id}`,`src=${within(e,n.file)}`])
default:return n}}function sshSpec({id:e,env:n},t){if(n===undefined)return csv([e])
return csv([`${e}=${t[n]??""}`])}function namedContexts(e,n,t,s,i){const o=new Map(s.bases.map(e=>[e.ref,e.pinned]))
const own=(t,r)=>{switch(r.kind){case"service":return catalogImage(e,n,r.service,s.platform)
case"image":return`docker-image://${o.get(r.ref)??r.ref}`
case"path":return i(`context:${t}`,r.path)
case"url":return r.url
default:return r}}
return Object.fromEntries([...s.bases.map(({ref:e,pinned:n})=>[(0,r.p)(e),`docker-image://${n}`]),...Object.entries(s.from).map(([t,i])=>[(0,r.p)(t),catalogImage(e,n,i,s.platform)]),...Object.entries(t.contexts).map(([e,n])=>[(0,r.p)(e),own(e,n)])])}function catalogImage({plan:e,pushed:n},t,s,r){const o=imageId({service:s,platform:r})
const a=e.images.find(e=>imageId(e)===o)
if(a===undefined)throw new Error(`the plan has no image of ${s} for ${r}`)
const c=n?.get(o)??(a.decision.kind==="unchanged"?a.decision.digest:undefined)
if(c!==undefined)return`docker-image://${(0,i._)(a.contentRef)}@${c}`
const d=t.get(o)
return d===undefined?`docker-image://${a.contentRef}`:`target:${d}`}function bakeFileText(e){return`${JSON.stringify(e,undefined,2)}\n`}var f=t(51455)
var l=t(56008)
var p=t(48161)
function readError(e){const n=e.findLastIndex(e=>e.startsWith("ERROR:"))
if(n<0){const n=e.findLast(e=>e.trim()!=="")??"docker buildx bake ended without a word"
return{message:n.trim()}}const t=e.findIndex((e,t)=>t>n&&e.trim()==="")
const s=e.slice(n,t<0?undefined:t).join("\n")
const r=s.slice("ERROR:".length).trim()
const i=/^target ([a-zA-Z0-9_-]+): /.exec(r)?.[1]
const o=e.findLastIndex((t,s)=>s<n&&/^-{5,}$/.test(e[s+1]??"")&&/:\d+$/.test(t))
const a=/:(\d+)$/.exec(e[o]??"")?.[1]
return{message:i===undefined?r:r.slice(`target ${i}: `.length),...i!==undefined&&{target:i},...a!==undefined&&{line:Number(a)}}}function cause(e,n){const t=inWords(e,n)
const s=[e.message,...n?.log??[]]
const r=m.find(({sign:e})=>s.some(n=>e.test(n)))?.fix
return r===undefined?t:`${t}; fix: ${r}`}function inWords({message:e},n){const t=e.replace(/^(?:failed to build: )?failed to solve: /,"").replace(/^(?:failed to compute cache key: )?failed to calculate checksum of ref \S+: /,"").replace(/^rpc error: code = \w+ desc = /,"")
const s=/did not complete successfully: exit code: (\d+)/.exec(t)?.[1]
if(s!==undefined)return`${n?.name??"a step"} ended with exit code ${s}${meaning(Number(s))}`
const r=/^("[^"]+"): not found$/.exec(t)?.[1]
if(r!==undefined&&n!==undefined)return`${n.name}: ${r} is not in the build context, or the ignore file hides it`
return t}function meaning(e){const n={126:" (not executable)",127:" (command not found)",132:" (illegal instruction)",137:" (killed, mostly for want of memory)",139:" (segmentation fault)"}
return n[e]??""}const m=[{sign:/exec format error/,fix:"take a machine of that platform, or add emulation (the action `setup`, or the package qemu-user-static)"},{sign:/no space left on device/,fix:"make room for the engine: `docker system df` shows what takes it, `docker builder prune` frees the build cache"},{sign:/no basic auth credentials|authentication required|authorization failed|insufficient_scope|denied: |: denied|40[13] (?:Unauthorized|Forbidden)/,fix:"log in with `docker login` as somebody who may push there; on GitHub the job needs `packages: write` for ghcr.io"},{sign:/no match for platform in manifest/,fix:"take a base image that is made for this platform, or leave the platform out of the catalog"}]
const h=/\b(?:408|429|499|500|502|503|504|522) [A-Z][a-z]+|toomanyrequests: |unavailable: |connection reset by peer|broken pipe|unexpected EOF|: EOF\b|i\/o timeout|TLS handshake timeout/
const g=/failed to push .*(?:provided digest did not match uploaded content|blob unknown to registry|blob upload unknown)/s
const w=/Cannot connect to the Docker daemon|no builder ".*" found|failed to find driver/
const y=/no such job\b|no active session|session not found|failed to (?:get|receive) status: |failed to list workers: |error reading from server|code = (?:Unavailable|Canceled)\b|transport is closing|client connection is closing/
function cureFor(e,n){if(e.message.includes("did not complete successfully")){const t=/exit code: (?:132|139)\b/.test(e.message)||n?.log.some(e=>/^qemu: uncaught target signal (?:4|11)\b/.test(e.trim()))===true
return{kind:t?"emulator":"none"}}if(w.test(e.message))return{kind:"engine-gone"}
if(y.test(e.message))return{kind:"lost"}
return{kind:h.test(e.message)||g.test(e.message)?"registry":"none"}}function mayBeCache({message:e,line:n}){if(e.includes("did not complete successfully"))return false
return n===undefined||/\b(?:blob|layer|content|descriptor|failed to copy|failed to fetch)\b/i.test(e)}function isCacheRefused({message:e}){return/failed to configure \S+ cache (?:importer|exporter)/.test(e)}var k=t(77598)
function shortHash(e){return(0,k.createHash)("sha256").update(JSON.stringify(e)).digest("hex").slice(0,16)}class OwnContexts{#e
#n
#t=new Map
constructor(e,n){this.#e=e
this.#n=n}at(e,n,t,r){const i=within(this.#n,r)
if(process.platform==="win32")return i
const o=keyOf(this.#n,n)
const a=s.join(this.#e,t==="context"?o:shortHash([imageId(e),t]),o)
this.#t.set(a,i)
return a}async make(){for(const[e,n]of this.#t){await(0,f.mkdir)(s.dirname(e),{recursive:true})
await(0,f.symlink)(n,e)}}}function keyOf(e,{context:n,contexts:t}){const s=Object.entries(t).map(([e,n])=>[e,n.kind==="path"?n.path:""])
return shortHash([e,n,...s.sort().flat()])}function readEvent(e){if(!e.startsWith("{"))return undefined
let n
try{n=JSON.parse(e)}catch{return undefined}const t=record(n)
if(!["vertexes","statuses","logs","warnings"].some(e=>e in t))return undefined
return{vertexes:list(t.vertexes).map(readVertex),statuses:list(t.statuses).map(e=>({id:events_text(e.id)??"",vertex:events_text(e.vertex)??"",done:time(e.completed)!==undefined})),logs:list(t.logs).map(e=>({vertex:events_text(e.vertex)??"",data:Buffer.from(events_text(e.data)??"","base64").toString("latin1")}))}}function readVertex(e){const n=time(e.started)
const t=time(e.completed)
const s=events_text(e.error)
return{id:events_text(e.digest)??"",name:events_text(e.name)??"",cached:e.cached===true,...n!==undefined&&{started:n},...t!==undefined&&{completed:t},...s!==undefined&&{error:s}}}function record(e){return typeof e==="object"&&e!==null?e:{}}function list(e){return Array.isArray(e)?e.map(record):[]}function events_text(e){return typeof e==="string"&&e!==""?e:undefined}function time(e){const n=Date.parse(events_text(e)??"")
return Number.isNaN(n)?undefined:n}const v=64<<10
const b=20
class Watch{#s
#r=new Map
#i=new Map
#o=new Map
#a=new Map
#c
#d=[]
constructor(e){this.#s=e
this.#c=new Map([...e.targets].map(([e,n])=>[n,e]))}line(e){const n=readEvent(e)
if(n===undefined){this.#d.push(e)
if(this.#d.length>1e3)this.#d.splice(0,500)
return}for(const{vertex:e,data:t}of n.logs)this.#i.set(e,((this.#i.get(e)??"")+t).slice(-v))
for(const{id:e,vertex:t,done:s}of n.statuses)if(s)this.#u(e,t)
for(const e of n.vertexes)this.#f(e)}get text(){return this.#d}target(e){const n=[...this.#r.values()].filter(n=>this.#l(n)?.target===e)
const t=n.filter(e=>e.name.includes("load build definition"))
const s=(t.length>0?t:n).flatMap(({started:e})=>e??[])
const r=n.flatMap(({completed:e})=>e??[])
const i=this.#p(e)
return{...i!==undefined&&{digest:i},...s.length>0&&r.length>0&&timesOf(Math.min(...s),Math.max(...r)),steps:n.flatMap(e=>this.#m(e)).sort((e,n)=>e.started-n.started).map(({step:e})=>e),warnings:n.flatMap(e=>cacheTrouble(e)??[])}}#m(e){const n=this.#l(e)?.step
const{id:t,started:s,completed:r,cached:i,error:o}=e
if(n===undefined||s===undefined||r===undefined)return[]
const a=o!==undefined&&!o.includes("context canceled")&&!isCache(e)
const c=textLines(this.#i.get(t)??"")
return[{started:s,step:{name:n,durationMs:r-s,cached:i,failed:a,log:c}}]}failedStep(e,n){const t=[...this.#r.values()].filter(e=>e.error!==undefined&&!e.error.includes("context canceled")&&!isCache(e))
const s=t.find(t=>this.#l(t)?.target===e&&n.includes(t.error??""))??t.find(e=>n.includes(e.error??""))??t.find(n=>this.#l(n)?.target===e)
if(s===undefined)return undefined
return{name:this.#l(s)?.step??s.name,error:s.error??"",log:textLines(this.#i.get(s.id)??"").slice(-b)}}#f(e){const n=this.#r.get(e.id)
this.#r.set(e.id,e)
if(e.completed!==undefined&&n?.completed===undefined)this.#h(e)
if(e.started===undefined||n?.started!==undefined)return
const t=this.#l(e)
if(t!==undefined)this.#s.onStep?.(t.target,t.step)}#u(e,n){const t=/^pushing manifest for (.+)@(sha256:[0-9a-f]{64})$/.exec(e)
const s=this.#c.get(t?.[1]??"")
const r=t?.[2]
if(s!==undefined&&r!==undefined)this.#o.set(s,{vertex:n,digest:r})}#h({id:e}){for(const[n,t]of this.#o)if(t.vertex===e&&this.#p(n)!==undefined)this.#s.onPushed?.(n,t.digest)}#p(e){const n=this.#o.get(e)
const t=this.#r.get(n?.vertex??"")
return t?.completed!==undefined&&t.error===undefined?n?.digest:undefined}#l({name:e}){if(!this.#a.has(e))this.#a.set(e,this.#g(e))
return this.#a.get(e)}#g(e){const{targets:n}=this.#s
const[t,...s]=n.keys()
const r=/^\[([^\]]*)\]\s*(.*)$/s.exec(e)
if(s.length===0&&t!==undefined)return e.includes("bake definitions")?undefined:{target:t,step:stepName(r?.[1],r?.[2]??e)}
const[i="",...o]=(r?.[1]??"").split(" ")
return n.has(i)?{target:i,step:stepName(o.join(" "),r?.[2]??"")}:undefined}}const timesOf=(e,n)=>({startedAt:new Date(e).toISOString(),durationMs:Math.max(0,n-e)})
function stepName(e,n){const t=shortened(n.replace(/\s+/g," ").trim())
return e===undefined||e===""||e==="internal"?t:`[${e}] ${t}`}function shortened(e){return e.length>160?`${e.slice(0,157)}...`:e}function textLines(e){return Buffer.from(e,"latin1").toString("utf8").split(/\r\n|\r|\n/).filter(e=>e.trim()!=="")}function isCache({name:e}){return/(?:^|\] )(?:(?:importing|exporting) cache|exporting to GitHub Actions Cache)\b/.test(e)}function cacheTrouble(e){const{error:n,name:t}=e
if(n===undefined||!isCache(e)||/not found|404|context canceled/i.test(n))return undefined
return`${t.replace(/^\[[^\]]*\] /,"")}: ${n}`}function environment({attest:e}){return{BUILDX_GIT_INFO:String(e!==undefined&&e.provenance!=="off"),BUILDX_GIT_LABELS:"false",BUILDX_METADATA_PROVENANCE:"disabled",BUILDX_NO_DEFAULT_ATTESTATIONS:"1"}}function bakeCommand(e,n){const{plan:t,cache:s,builder:r}=n
const i=t.services.some(e=>e.ssh!==undefined&&e.ssh.length>0)
return[...["buildx","bake",`--file=${e}`],...r===undefined?[]:[`--builder=${r}`],...i?["--allow=ssh"]:[],...s?.kind==="local"&&s.folder!==undefined?[`--allow=fs=${s.folder}`]:[]]}async function runBake(e){const{images:n,docker:t,root:r,signal:i,onStep:o}=e
const a=targetNames(n)
const c=new Map(n.map(e=>[a.get(imageId(e))??"",e]))
const d=new Watch({targets:new Map([...c].map(([e,n])=>[e,n.contentRef])),onStep(e,n){const t=c.get(e)
if(t!==undefined)o(t,n)},onPushed(n,t){const s=c.get(n)
if(s!==undefined)e.onPushed?.(bakedImage(s,d.target(n)),t)}})
const u=await(0,f.mkdtemp)(s.join((0,p.tmpdir)(),"lucid-bake-"))
try{const o=s.join(u,"bake.json")
const l=s.join(u,"metadata.json")
const p=new OwnContexts(s.join(u,"contexts"),r)
const m=bakeDefinition({...e,folderAt:p.at.bind(p)})
await p.make()
await(0,f.writeFile)(o,bakeFileText(m),{mode:384})
const{exitCode:h}=await t([...bakeCommand(o,e),`--metadata-file=${l}`,"--progress=rawjson"],{cwd:r,env:environment(e),signal:i,discard:true,onLine:e=>d.line(e)})
const g=h===0?await readDigests(l):new Map
const w=[...c].map(([e,n])=>{const t=d.target(e)
const s=g.get(e)??t.digest
return{...bakedImage(n,t),...s!==undefined&&{digest:s}}})
if(h===0)return{images:w}
const y=readError(d.text)
const[k,...v]=n
const b=c.get(y.target??"")??(v.length===0?k:undefined)
const $=b===undefined?"":a.get(imageId(b))??""
const x=b===undefined?undefined:d.failedStep($,y.message)
const O={error:y,...b!==undefined&&{image:b},...x!==undefined&&{step:x}}
return{images:w,failure:O}}finally{await(0,f.rm)(u,{recursive:true,force:true})}}function bakedImage(e,{steps:n,warnings:t,startedAt:s,durationMs:r}){return{...{image:e,steps:n,warnings:t},...s!==undefined&&{startedAt:s},...r!==undefined&&{durationMs:r}}}async function readDigests(e){const n=JSON.parse(await(0,f.readFile)(e,"utf8"))
const t=Object.entries(n??{})
return new Map(t.flatMap(([e,n])=>{const t=n?.["containerimage.digest"]
return typeof t==="string"?[[e,t]]:[]}))}var $=t(70370)
var x=t(58500)
var O=t(27387)
var S=t(65231)
function verifyImage(e,n,t,s){const r=new S.v(n.verify);(0,O.l2)(r,e,n,t,s)
if((0,O.Np)(n))(0,O.Nh)(r,e)
return r.checks}var E=t(42812)
const M=200
function specOf(e){const{user:n,workingDir:t,env:s,entrypoint:r,command:i,exposedPorts:o,healthcheck:a}=e
return{...n!==undefined&&n!==""&&{user:n},...t!==undefined&&{workingDir:t},env:Object.fromEntries(Object.entries(s).map(([e,n])=>[e,isSecret(e,n)?"***":n])),...r!==undefined&&{entrypoint:r},...i!==undefined&&{command:i},exposedPorts:o,...a!==undefined&&{healthcheck:a},layers:layersOf(e)}}const isSecret=(e,n)=>n!==""&&(/pass|secret|token|credential|(^|_)key$/i.test(e)||/:\/\/[^/@\s]*:[^/@\s]+@/.test(n))
function layersOf({layers:e,history:n}){const t=n.filter(({empty:e})=>!e)
const s=t.length===e.length&&!t.some(({createdBy:e})=>/^\[[^\]]* \d+\/\d+\] /.test(e))
return e.map(({size:e},n)=>{const r=s?instruction(t[n]?.createdBy??""):""
return r===""?{size:e}:{size:e,by:r}})}function instruction(e){const n=(0,E.Is)(e).replace(/\s+/g," ").replace(/ # buildkit$/,"").replace(/^\/bin\/sh -c #\(nop\) +/,"").replace(/^(RUN )?(?:\|\d+ (?:\S+=\S* )*)?\/bin\/sh -c /,"RUN ").trim()
return n.length>M?`${n.slice(0,M-1)}\u2026`:n}const j=[0,250,500,1e3,2e3,4e3,8e3]
async function readBack(e,n,t,s){let r
for(const o of j){if(o>0)await(0,x.setTimeout)(o,undefined,{signal:s})
r=(await e.head(n.contentRef))?.digest
if(r!==t)continue
const a=await e.imageFacts(`${(0,i._)(n.contentRef)}@${t}`,n.platform)
if(a!==undefined)return{digest:t,facts:a}}throw new Error(r===undefined||r===t?`${n.contentRef} was pushed as ${t}, but the registry does not have it`:`${n.contentRef} was pushed as ${t}, but the registry has ${r} there`)}async function giveContentTag(e,{contentRef:n},t,s){const r=`${(0,i._)(n)}@${t}`
for(const t of j){if(t>0)await(0,x.setTimeout)(t,undefined,{signal:s})
const i=await e.manifest(r)
if(i===undefined)continue
await e.putManifest(n,i.bytes,i.descriptor.mediaType)
return}throw new Error(`${r} was pushed, but the registry does not have it`)}function rowFacts(e,n,t,{platform:s,outcome:r}){const{attestations:i}=e
return{digest:e.digest,size:e.size,layers:e.layers.length,spec:specOf(e),...i.length>0&&{attestations:i.map(({digest:e})=>e)},checks:verifyImage(e,n,t,{platform:s,outcome:r})}}function contentOf(e,n){const sorted=e=>Object.entries(e).sort(([e],[n])=>e<n?-1:1)
const t=sorted(e.labels).filter(([e])=>!n.includes(e))
const s=[e.layers.map(({digest:e})=>e),sorted(e.settings),t]
return shortHash(s)}class Contents{#w
#y
#k=new Map
constructor(e,n){this.#w=e
this.#y=n}add(e,n){this.#k.set(imageId(e),Promise.resolve(this.#v(e.service,n)))}async under({from:e,platform:n}){const t=[...new Set(Object.values(e))].sort()
return Object.fromEntries(await Promise.all(t.map(async e=>[e,await this.#b({service:e,platform:n})])))}#b(e){const n=imageId(e)
const t=this.#k.get(n)??this.#$(e)
this.#k.set(n,t)
return t}async#$(e){const n=this.#w.images.find(n=>imageId(n)===imageId(e))
if(n===undefined)throw new Error(`the plan has no image of ${imageId(e)}`)
const{contentRef:t,decision:s,platform:r}=n
const o=s.kind==="unchanged"?`${(0,i._)(t)}@${s.digest}`:t
const a=await this.#y.imageFacts(o,r)
if(a===undefined)throw new Error(`${o} was there and is gone now; run it again`)
return this.#v(e.service,a)}#v(e,n){const t=this.#w.services.find(n=>n.name===e)
const s={name:"-",digest:"-"}
return contentOf(n,t===undefined?[]:Object.keys(imageLabels(this.#w,t,{base:s})))}}async function keepSame({contentRef:e,platform:n,decision:t},s,r){if(t.kind!=="build"||t.keep===undefined)return undefined
const{digest:o,on:a}=t.keep
if(Object.entries(s).some(([e,n])=>a[e]!==n))return undefined
const c=`${(0,i._)(e)}@${o}`
const[d,u]=await Promise.all([r.manifest(c),r.imageFacts(c,n)])
if(d===undefined||u===undefined)return undefined
await r.putManifest(e,d.bytes,d.descriptor.mediaType)
const f=Object.keys(s)
return{facts:u,reason:`${f.join(", ")} ${f.length===1?"holds":"hold"} the same as before`}}async function readSecrets(e,n,t){const s=[]
const r=[]
for(const i of e.secrets){const e=i.from==="env"?t[i.env]||undefined:await(0,f.readFile)(within(n,i.file),"utf8").catch(()=>undefined)
if(e!==undefined)r.push(e)
else if(i.from==="env")s.push(`secret ${i.id}: the environment has no ${i.env}, or an empty one; set it for this step`)
else s.push(`secret ${i.id}: there is no file ${i.file}`)}return{missing:s,values:r}}async function missingAgents({ssh:e=[]},n){const t=[]
for(const{id:s,env:r="SSH_AUTH_SOCK"}of e){const e=n[r]||undefined
const i=e===undefined?`the environment has no ${r}, or an empty one`:await(0,f.access)(e).then(()=>undefined,()=>`there is nothing at ${e}, which ${r} names`)
if(i!==undefined)t.push(`ssh ${s}: ${i}; start an agent, or set ${r} for this step`)}return t}function striker(e){const n=e.flatMap(e=>[e,...e.split(/\r?\n/)]).map(e=>e.trim())
const t=[...new Set(n)].filter(e=>e.length>=4).sort((e,n)=>n.length-e.length)
return e=>t.reduce((e,n)=>e.replaceAll(n,"***"),(0,E.wh)(e))}function toldOf(e,n,t){const{startedAt:s,durationMs:r}=e
const i=e.steps.map(e=>({...e,name:n(e.name),log:e.log.map(n)}))
const o=[...t===undefined?[]:[t],...e.warnings].map(n)
return{row:{...s!==undefined&&{startedAt:s},...r!==undefined&&{durationMs:r},...i.length>0&&{steps:i.map(({name:e,durationMs:n,cached:t})=>({name:e,durationMs:n,cached:t}))},...o.length>0&&{warnings:o}},steps:[...i.map(({name:e,durationMs:n,cached:t,failed:s,log:r})=>({text:`${t?"cached":`${(n/1e3).toFixed(1)}s`}  ${e}`,state:s?"failed":t?"cached":"done",log:r})),...o.map(e=>({text:`warning: ${e}`,state:"done",log:[]}))]}}function errorOf(e,n,t){const{error:s,step:r}=e??{error:{message:"docker buildx bake failed"}}
return{message:t(cause(s,r)),...r!==undefined&&r.log.length>0&&{log:r.log.map(t)},...s.line!==undefined&&n!==undefined&&{file:n.dockerfile,line:s.line}}}const P=4
class Tries{#x
#O
#S=false
#E=false
constructor(e){this.#x=e
this.#O=e.kind==="none"?0:1
this.#M()}get cache(){return this.#E?"without-cache":"with-cache"}get why(){switch(this.#x.kind){case"emulator":return"the emulator crashed; once more"
case"cache":return"once more without the cache"
case"registry":return"the registry was busy; again"
case"lost":return"the engine lost the build; retrying"
case"none":case"engine-gone":return undefined
default:return this.#x}}async pause(e){if(!needsTime(this.#x))return
const n=1e3*2**(this.#O-1)*(.5+Math.random()/2)
await(0,x.setTimeout)(n,undefined,{signal:e}).catch(()=>{})}again(e){this.#O++
this.#x=e
const n=e.kind==="emulator"&&!this.#S||e.kind==="cache"&&!this.#E||needsTime(e)&&this.#O<P
this.#M()
return n}#M(){if(this.#x.kind==="emulator")this.#S=true
if(this.#x.kind==="cache")this.#E=true}}const needsTime=({kind:e})=>e==="registry"||e==="lost"
const I=20
const A=3
class Builder{#j
#P
#I
#u=new Map
#A
#T=new Set
#_
#C
#R
#N=new Map
constructor(e,n){this.#j=e
this.#P=n
this.#I=new Map(e.plan.services.map(e=>[e.name,e]))
this.#A=new Contents(e.plan,e.registry)
this.#_=(0,$.A)(e.options?.parallel??4)
this.#C=(0,$.A)(A)
this.#R=e.options?.cache??d}isThere({service:e,platform:n}){const t=imageId({service:e,platform:n})
if(this.#u.has(t))return true
return this.#j.plan.images.some(e=>imageId(e)===t&&e.decision.kind==="unchanged")}async build(e){await Promise.all(e.map(e=>this.#D(e)))
const n=await this.#L(this.#B(e))
if(this.#j.options?.parallel!==undefined){await Promise.all(n.map(e=>this.#_(()=>this.#F(e,{kind:"none"}))))
return}const t=bakesOf(n,this.#I)
await Promise.all(t.map(e=>this.#C(()=>this.#H(e))))}async#H(e,n=new Tries({kind:"none"})){const{signal:t}=this.#j
for(const t of e){if(n.why===undefined)this.#P.tell(t,"started")
else this.#P.tell(t,"update",n.why)}await n.pause(t)
const s=await this.#U(e)
await this.#G(s)
if(s.failure===undefined)return this.#Y(e)
if(isCacheRefused(s.failure.error)&&this.#R.kind!=="none"){this.#R=d
for(const n of e)this.#W(n,s.failure.error)
return this.#H(this.#B(e))}const{image:r,error:i,step:o}=s.failure
const a=r===undefined?cureFor(i,o):this.#x(r,s)
if(a.kind==="lost"&&!t.aborted&&n.again(a)){const t=this.#B(e)
for(const e of t)this.#V(e,i)
return this.#H(t,n)}if(a.kind==="engine-gone"&&!t.aborted)for(const n of this.#B(e))this.#q(n,s)
else if(r!==undefined&&a.kind==="none"&&this.#B([r]).length>0)this.#q(r,s)
const tried=e=>e===r?a:{kind:"none"}
await Promise.all(this.#B(e).map(e=>this.#_(()=>this.#F(e,tried(e)))))}async#D(e){const{plan:n,registry:t,signal:s,options:r}=this.#j
const i=this.#I.get(e.service)
const{decision:o,platform:a}=e
if(o.kind!=="build"||o.keep===undefined||i===undefined)return
if(r?.steps==="anew")return
const find=async()=>{const s=await keepSame(e,await this.#A.under(e),t)
if(s===undefined)return undefined
const{facts:r,reason:o}=s
const c="unchanged"
this.#z(e,r)
return{outcome:c,reason:o,...rowFacts(r,i,n.source,{platform:a,outcome:c})}}
await this.#P.endBy(e,find,{signal:s})}#z(e,n){this.#u.set(imageId(e),n.digest)
this.#A.add(e,n)}async#F(e,n){const{signal:t}=this.#j
const s=new Tries(n)
this.#P.tell(e,"started")
for(;;){if(s.why!==undefined)this.#P.tell(e,"update",s.why)
await s.pause(t)
if(t.aborted)return this.#P.end(e,{outcome:"cancelled"})
const n=await this.#U([e],s.cache)
await this.#G(n)
if(this.#B([e]).length===0)return
if(n.failure===undefined)return this.#Y([e])
if(!s.again(this.#x(e,n)))return this.#q(e,n)}}#x(e,{failure:n}){if(n===undefined)return{kind:"none"}
const{native:t}=this.#j.options??{}
const s=cureFor(n.error,n.step)
if(s.kind==="emulator"&&e.platform===t)return{kind:"none"}
if(s.kind==="lost")this.#V(e,n.error)
if(s.kind!=="none"||this.#R.kind==="none"||!mayBeCache(n.error))return s
this.#W(e,n.error)
return{kind:"cache"}}#V(e,{message:n}){this.#N.set(imageId(e),`built again, because the engine lost the build: ${n}`)}#W(e,{message:n}){this.#N.set(imageId(e),`built without the cache, with it came: ${n}`)}async#U(e,n="with-cache"){const{plan:t,root:s,docker:r,signal:i,env:o,options:a={}}=this.#j
const c=this.#K()
const u=this.#R.write===undefined
const f=[]
try{const l=await Promise.all(e.map(async e=>[imageId(e),await this.#A.under(e)]))
return await runBake({...a,cache:n==="without-cache"?d:this.#R,plan:t,root:s,env:o,docker:r,signal:i,images:e,pushed:this.#u,under:new Map(l),onStep:(e,n)=>this.#P.tell(e,"update",c(n)),onPushed:(e,n)=>u&&f.push(this.#J(e,n))})}catch(n){const t={error:{message:n.message}}
return{images:e.map(e=>({image:e,steps:[],warnings:[]})),failure:t}}finally{await Promise.all(f)}}async#G(e){await Promise.all(e.images.map(async e=>{if(e.digest===undefined||this.#P.of(e.image)!==undefined)return
await this.#J(e,e.digest)}))}async#J(e,n){const{image:t}=e
const{plan:s,registry:r,signal:i,options:o}=this.#j
const a=this.#I.get(t.service)
if(a===undefined)return
const{platform:c}=t
const{row:d,steps:u}=toldOf(e,this.#K(),this.#N.get(imageId(t)))
const find=async()=>{const e=pushesByDigest(o?.driver??"docker")
if(e)await giveContentTag(r,t,n,i)
const{facts:d}=await readBack(r,t,n,i)
const u="built"
this.#z(t,d)
return{outcome:u,...rowFacts(d,a,s.source,{platform:c,outcome:u})}}
await this.#P.endBy(t,find,{signal:i,told:d,steps:u})}#Y(e){for(const n of this.#B(e))this.#P.end(n,{outcome:"failed",error:{message:"docker buildx bake told of no digest for it"}})}#q(e,{failure:n,images:t}){if(this.#j.signal.aborted){this.#P.end(e,{outcome:"cancelled"})
return}const s=t.find(n=>n.image===e)??{image:e,steps:[],warnings:[]}
const{row:r,steps:i}=toldOf(s,this.#K())
const o=errorOf(n,this.#I.get(e.service),this.#K())
this.#P.end(e,{outcome:"failed",...r,...o&&{error:o}},i)}#K(){return striker([...this.#T])}#B(e){return e.filter(e=>this.#P.of(e)===undefined)}async#L(e){const{root:n,env:t}=this.#j
for(const s of e){const e=this.#I.get(s.service)
if(e===undefined)continue
const r=await readSecrets(e,n,t)
for(const e of r.values)this.#T.add(e)
const i=[...r.missing,...await missingAgents(e,t)]
if(i.length>0)this.#P.end(s,{outcome:"failed",error:{message:i.join("; ")}})}return this.#B(e)}}function bakesOf(e,n){const t=[...Map.groupBy(e,({service:e})=>n.get(e)?.dockerfile).values()].flat()
return Array.from({length:Math.ceil(t.length/I)},(e,n)=>t.slice(n*I,(n+1)*I))}class Rows{#w
#X
#Z
#P=new Map
constructor(e,n,t=()=>{}){this.#w=e
this.#X=n
this.#Z=t}end(e,n,t=[]){const s=imageId(e)
if(this.#P.has(s))throw new Error(`${s} has ended already`)
const{service:r,platform:i,fingerprint:o,contentRef:a}=e
const c={service:r,platform:i,fingerprint:o,contentRef:a,checks:[],...n}
this.#P.set(s,c)
const d=n.outcome==="built"||n.outcome==="unchanged"
this.#X({stage:"build",subject:this.subject(e),state:d?"done":"failed",text:ended(n),...t.length>0&&{steps:t}})
this.#Z(c)}async endBy(e,n,{signal:t,told:s={},steps:r=[]}){let i
try{const e=await n()
i=e&&{...s,...e}}catch(e){const{message:n}=e
i=t.aborted?{outcome:"cancelled"}:{outcome:"failed",...s,error:{message:n}}}if(i!==undefined)this.end(e,i,i.outcome==="cancelled"?[]:r)}tell(e,n,t){this.#X({stage:"build",subject:this.subject(e),state:n,...t!==undefined&&{text:t}})}of(e){return this.#P.get(imageId(e))}all(){return this.#w.images.map(e=>{const n=this.#P.get(imageId(e))
if(n===undefined)throw new Error(`${imageId(e)} never ended`)
return n})}subject({service:e,platform:n}){const t=this.#w.images.filter(n=>n.service===e).length>1
return t?`${e} ${n}`:e}}function ended({outcome:e,digest:n,durationMs:t,error:s}){const r=n?.slice("sha256:".length,"sha256:".length+12)
const i=t===undefined?undefined:`${(t/1e3).toFixed(1)}s`
const o=e==="built"?[r,i]:e==="failed"?[s?.message]:[e,s?.message??r]
return o.filter(e=>e!==undefined).join(" ")}async function build(e){const n={...e,root:await(0,f.realpath)(e.root)}
const{plan:t,signal:s,now:r,options:i={}}=n
const o=r()
const a=new Rows(t,n.progress,n.ended)
const c=t.images.filter(({decision:e})=>e.kind==="build")
const d=c.length===0?[]:await exportDefinition(n)
for(const e of t.images)endBlocked(a,e)
const u=t.images.map(e=>endUnchanged(n,a,e))
const l=new Builder(n,a)
await buildInOrder(c,a,l,s)
await Promise.all(u)
return{kind:"lucid.build",version:1,revision:t.source.revision,images:a.all(),command:d.length===0?[]:["docker",...d,...i.steps==="anew"?["--no-cache"]:[]],durationMs:Math.round(r()-o)}}async function buildInOrder(e,n,t,s){const r=new Set(e)
const i=new Set
for(;;){endHopeless(r,n,s)
const e=[...r].filter(e=>parents(e).every(e=>t.isThere(e)))
const o=new Set([...r].flatMap(e=>parents(e).map(imageId)))
const[a,c]=[true,false].map(n=>e.filter(e=>o.has(imageId(e))===n))
for(const e of[a??[],c??[]]){if(e.length===0)continue
for(const n of e)r.delete(n)
const n=t.build(e).finally(()=>i.delete(n))
i.add(n)}if(i.size===0)break
await Promise.race(i)}for(const e of r)n.end(e,{outcome:"skipped",error:{message:"the plan does not say how to get what it is FROM"}})}function parents({from:e,platform:n}){return[...new Set(Object.values(e))].map(e=>({service:e,platform:n}))}function endHopeless(e,n,t){for(let s=-1;s!==e.size;){s=e.size
for(const s of e){const r=parents(s).find(e=>{const t=n.of(e)?.outcome
return t==="failed"||t==="skipped"||t==="cancelled"})
if(t.aborted)n.end(s,{outcome:"cancelled"})
else if(r!==undefined)n.end(s,{outcome:"skipped",error:{message:`it is FROM ${r.service}, which ${n.of(r)?.outcome==="failed"?"failed":"was not built"}`}})
else continue
e.delete(s)}}}function endBlocked(e,n){const{decision:t}=n
if(t.kind!=="blocked")return
const[s]=t.problems
const{file:r,line:i}=s?.at??{}
const o=t.problems.length>0?t.problems.map(l.Vw).join("\n"):t.reasons.map(({detail:e})=>e).join("; ")
const a=t.problems.length>0&&t.problems.every(({code:e})=>e==="plan/base-blocked")
e.end(n,{outcome:a?"skipped":"failed",error:{message:o,...r!==undefined&&{file:r},...i!==undefined&&{line:i}}})}async function endUnchanged({plan:e,registry:n,signal:t},s,r){const{decision:o,platform:a}=r
if(o.kind!=="unchanged")return
const c=e.services.find(({name:e})=>e===r.service)
const find=async()=>{const t=await n.imageFacts(`${(0,i._)(r.contentRef)}@${o.digest}`,a)
if(t===undefined||c===undefined)throw new Error(`${r.contentRef} was there when the run was planned and is gone now; run it again`)
const s="unchanged"
return{outcome:s,...rowFacts(t,c,e.source,{platform:a,outcome:s})}}
await s.endBy(r,find,{signal:t})}async function exportDefinition(e){const{outDir:n,driver:t,...r}=e.options??{}
const i=s.join(n??"","bake.json")
const o={...e,...r}
if(n!==undefined){await(0,f.mkdir)(n,{recursive:true})
await(0,f.writeFile)(i,bakeFileText(bakeDefinition(o)),{mode:384})}return bakeCommand(i,o)}var T=t(17048)
var _=t(45364)
var C=t(32563)
async function cacheFor(e,n,t,r){const{env:i,cwd:o,log:a}=n
const c=e.cacheType==="auto"?fittingCache(i,r):e.cacheType
const u=cacheScopes(t.source,i)
const without=e=>{a(`no cache: ${e}`)
return d}
if(c==="none")return d
if(c==="gha"&&!hasGitHubCache(i))return without("GitHub's needs ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL, which GitHub gives to actions, not to `run:` steps")
if(c!=="local")return{kind:c,...u}
const l=e.cacheFolder?s.resolve(o,e.cacheFolder):s.join((0,C.nF)(i),"layers")
try{await(0,f.mkdir)(l,{recursive:true})}catch(e){return without(`${l} cannot be made: ${e.message}`)}return{kind:c,...u,folder:l}}async function attestFor({provenance:e,sbom:n},{env:t},s,r){const i=builderIdOf(t)
const o={provenance:e,...i!==undefined&&{builderId:i}}
const a=provenanceProblems(s,o,e==="max"?await(0,_.yt)(t):[])
if(a.length>0)throw new l.yo(a)
if(n===undefined)return o
const c=n==="on"?"docker.io/docker/buildkit-syft-scanner:stable-1":n
return{...o,sbom:(await r.resolve(c)).pinned}}var R=t(58031)
var N=t(73024)
var D=t(60399)
var L=t(57551)
var B=t(49580)
var F=t(97691)
async function planFor(e,n,t,r){const{plan:i,out:o}=e
if(i===undefined)return(0,B.plan)(e,n,t,r)
const a=(0,D.lS)(i)
const c=a?s.resolve(o,"plan.json"):s.resolve(n.cwd,i)
const d=a?(0,D.l1)(i,"lucid.plan"):await(0,R.u0)(c,"lucid.plan",1)
if(d===undefined)throw new l.yo({code:"document/missing",message:"there is no such plan",at:{file:i},fix:"write one with `lucid plan`, or leave the option out to have one made"})
const u=s.dirname(s.resolve(n.cwd,e.catalog))
if(!(0,N.existsSync)(u))throw new l.yo({code:"catalog/unreadable",message:"there is no such folder, which the plan's paths are relative to",at:{file:u},fix:"name the catalog that the plan was made of with --catalog"})
const f={...d,root:u}
const p=partOf(f,a?"the packed plan":i,e,r)
await(0,R.ft)(o,!a&&s.resolve(o,"plan.json")===c?f:p)
return p}function partOf(e,n,{service:t,phase:s,platform:r},i="to-build"){const o=e.services.filter(({name:n})=>e.selected.includes(n))
const a=(0,L.Z)({...e,file:n,services:o},{services:t,phases:s});(0,F.F)(r,e.services)
const c=(0,F.i)(r)
if(a.length===o.length&&c.length===0)return e
const d=new Set(a.map(({name:e})=>e))
const u=e.selected.filter(e=>d.has(e))
for(const n of d){const t=e.services.find(e=>e.name===n)?.needs??[]
for(const e of i==="to-run"?t:[])d.add(e)
for(const t of e.images)if(t.service===n)for(const e of Object.values(t.from))d.add(e)}return{...e,selected:u,images:e.images.filter(e=>d.has(e.service)&&(c.length===0||c.includes(e.platform)))}}var H=t(7078)
var U=t(61049)
async function buildFromRegistry(e,n){const t=await Promise.all(e.images.map(t=>find(t,e,n)))
return{kind:"lucid.build",version:1,revision:e.source.revision,images:t,command:[],durationMs:0}}async function find(e,{services:n,source:t},s){const{platform:r,fingerprint:i,contentRef:o,decision:a}=e
const c=n.find(({name:n})=>n===e.service)
if(c===undefined)throw new Error(`the plan has an image of ${e.service}, but no such service`)
const d={service:c.name,platform:r,fingerprint:i,contentRef:o,checks:[]}
if(a.kind==="blocked")return{...d,outcome:"failed",error:{message:a.problems[0]?.message??"cannot be planned"}}
const u=await s.imageFacts(o,r)
if(u===undefined)return{...d,outcome:"skipped",error:{message:`is not in the registry: ${o}`}}
const f=rowFacts(u,c,t,{platform:r,outcome:"unchanged"})
const l=a.kind==="build"&&a.keep?.digest===u.digest
return{...d,outcome:a.kind==="build"&&!l?"built":"unchanged",...f}}var G=t(38522)
var Y=t(74434)
const W="application/vnd.lucid.note.v1+json"
const V={run:"com.lucid.run",row:"com.lucid.row"}
const q=5e5
const z=16*1024*1024
function runId({GITHUB_ACTIONS:e,GITHUB_REPOSITORY:n,GITHUB_RUN_ID:t}){return e==="true"&&t?`${n??""}/${t}`:undefined}const noteRef=(e,n)=>`${e}.${n}`
async function writeNote(e,n,t,{run:s,row:r}){const o={[G.constants.BROTLI_PARAM_QUALITY]:6}
const a=(0,G.brotliCompressSync)(JSON.stringify(r),{params:o}).toString("base64")
if(a.length>q)return
const{digest:c,size:d}=await e.putBlob((0,i._)(n),Y.Ro)
const u={mediaType:"application/vnd.oci.empty.v1+json",digest:c,size:d}
const f={...{schemaVersion:2,mediaType:Y.Yt,artifactType:W,config:u,layers:[u]},annotations:{[V.run]:s,[V.row]:a}}
await e.putManifest(noteRef(n,t),(new TextEncoder).encode(JSON.stringify(f)),Y.Yt)}async function readNote(e,n,t,s){const r=await e.manifest(noteRef(n,t)).catch(()=>undefined)
if(r?.content.kind!=="image"||r.content.artifactType!==W)return undefined
const{[V.run]:i,[V.row]:o=""}=r.content.annotations
if(i!==s)return undefined
try{const e=(0,G.brotliDecompressSync)(Buffer.from(o,"base64"),{maxOutputLength:z}).toString()
const n=JSON.parse(e)
return typeof n==="object"&&n!==null?n:undefined}catch{return undefined}}async function leaveNotes(e,n,t,s){const r=runId(s.env)
const{event:i}=t.source
if(r===undefined||s.signal.aborted||i.kind==="pull_request"&&i.fork)return
const o=(0,H.cs)({mirror:new Map},s)
const a=await Promise.all(e.map(async e=>{const s=t.images.find(({service:n,platform:t})=>n===e.service&&t===e.platform)
if(s===undefined)return undefined
return writeNote(o,s.contentRef,n,{run:r,row:e}).then(()=>undefined,e=>e.message.split("\n",1)[0])}))
const c=a.find(e=>e!==undefined)
if(c!==undefined)s.log(`not all could be left in the registry for the report: ${c}`)}async function recall(e,n,t){const{out:s,publishResult:r}=e
const i=(0,H.cs)(e,n)
const o=runId(n.env)
if(r!==undefined&&(0,D.lS)(r))await(0,R.ft)(s,(0,D.l1)(r,"lucid.publish"))
const a=await(0,R.Gi)(s,"lucid.build",1)??await recallBuild(t,i,o)
await(0,R.ft)(s,a)
if(await(0,R.Gi)(s,"lucid.smoke",1)!==undefined)return
await(0,R.ft)(s,await recallSmoke(t,a,i,o))}async function recallBuild(e,n,t){const s=await buildFromRegistry(e,n)
const r=await Promise.all(s.images.map(async e=>{const s=t===undefined?undefined:await readNote(n,e.contentRef,"build",t)
if(s===undefined)return e
const r=s
if(e.digest===undefined)return r.outcome==="failed"||r.outcome==="cancelled"?r:e
return r.digest===e.digest?r:e}))
return{...s,images:r}}async function recallSmoke(e,n,t,s){const r=await Promise.all(n.images.map(async({service:n,platform:r,digest:o,contentRef:a})=>{if(o===undefined||!e.selected.includes(n))return[]
const c=s===undefined?undefined:await readNote(t,a,"tried",s)
if(c?.digest===o)return[c]
const d=await(0,U.r$)(t,(0,i._)(a),o)
if(d?.verdict!=="healthy")return[]
const u=`these very bytes passed smoke before, for ${d.revision.slice(0,12)}`
const f=`${(0,i._)(a)}@${o}`
return[{service:n,platform:r,ref:f,digest:o,verdict:"skipped",reason:u,passedBefore:d.revision,probes:[]}]}))
const{revision:o}=e.source
return{kind:"lucid.smoke",version:1,revision:o,network:e.network,services:r.flat(),durationMs:0}}var K=t(9937)
async function resume(e,n,t){const s=new Set(e.selected)
const find=async e=>{const{decision:r,service:i,contentRef:o,platform:a}=e
if(r.kind!=="build")return e
const c=t==="none"||r.reasons.some(({kind:e})=>e==="forced")
if(c&&s.has(i))return e
const d=await(0,K.F1)(n,o,a)
if(d===undefined)return e
const u=[{kind:"already-built",detail:"built since the plan was made"}]
return{...e,decision:{kind:"unchanged",reasons:u,...d}}}
return{...e,images:await Promise.all(e.images.map(find))}}function onRunner(e,{env:n}){const t=n.RUNNER_NAME
if(!t)return e
return e.map(e=>e.startedAt===undefined||e.runner!==undefined?e:{...e,runner:t})}var J=t(97898)
async function writeSubjects(e,n,t){const r=(0,J.Z)(t)
if(r.length>0)await(0,R.f8)(s.join(e,`${n}-subjects.txt`),(0,J.T)(r))}var X=t(22117)
var Z=t(54684)
async function verify_verify(e,n){const t=(0,H.cs)(e,n)
const s=await planFor(e,n,t)
const{images:r}=await buildFromRegistry(s,t)
const i=r.filter(({service:e})=>s.selected.includes(e))
const o=await verifyImages(n,t,s,r,i)
await(0,R.ft)(e.out,o)
return o}async function verifyImages(e,n,t,s,r){const i=await openVerifier(e,n,t)
return i.result(await i.look(r,s))}async function openVerifier({docker:e,progress:n,signal:s,now:r},i,o){const{Verifier:a}=await t.e(3229).then(t.bind(t,93229))
const floatingTag=e=>normalTag(e,o)
const c=e===undefined?{}:{docker:e}
return new a({plan:o,registry:i,...c,floatingTag:floatingTag,progress:n,signal:s,now:r})}function normalTag(e,{source:n,project:t}){const s={kind:"push",branch:n.defaultBranch??"main"}
return(0,Z.T)(e,{...n,event:s},{project:t}).floating[0]}async function verifyUnproven(e,n,t,s,r){const{images:i}=s
const o=i.filter(e=>isOpen(e)&&e.outcome==="unchanged").map(({service:e})=>e)
const a=await(r??publishedOf(n,t,o))
const c=i.filter(e=>isOpen(e)&&(e.outcome==="built"||!a.has(e.digest??"")))
const d=c.length===0?undefined:await lookAt(e,n,t,i,c)
const{images:u}=(0,X.u)(s,d??{images:[]})
const why=e=>{if(!isOpen(e))return undefined
const n=e.outcome==="built"?undefined:a.get(e.digest??"")
return n===undefined?"cancelled":`already published as ${n}; lucid verify looks again`}
return{...s,images:u.map(e=>{const n=why(e)
return n===undefined?e:{...e,unchecked:[{id:"layers",reason:n}]}})}}function verifyAsBuilt(e,n,t){const standsAlone=({service:e,platform:n})=>t.images.some(t=>t.service===e&&t.platform===n&&Object.keys(t.from).length===0)
let s
const r=[]
const open=()=>{s??=openVerifier(e,n,t)
return s}
const look=async e=>(await open()).look([e],[])
return{begin(){if(t.images.some(({decision:e})=>e.kind==="build"))open().then(e=>e.readAhead(),()=>{})},take(n){if(n.outcome!=="built"||!isOpen(n)||!standsAlone(n)||e.signal.aborted)return
const t=look(n)
t.catch(()=>{})
r.push(t)},[Symbol.dispose](){s?.then(e=>e[Symbol.dispose](),()=>{})},async into(n){const t=await Promise.all(r.map(n=>n.catch(n=>{if(e.signal.aborted)return[]
throw n})))
return(0,X.u)(n,{images:t.flat()})}}}const isOpen=({digest:e,checks:n})=>e!==undefined&&!n.some(({id:e})=>e==="layers")
async function lookAt(e,...n){if(e.signal.aborted)return undefined
return verifyImages(e,...n).catch(n=>{if(e.signal.aborted)return undefined
throw n})}async function publishedOf(e,n,t){const s=new Set(t)
const r=await Promise.all(n.services.filter(({name:e})=>s.has(e)).map(async t=>{const s=normalTag(t,n)
const r=s===undefined?undefined:await e.manifest(`${t.image}:${s}`)
const{content:i,descriptor:o}=r??{}
const a=i?.kind==="index"?i.manifests.map(({digest:e})=>e):[]
return[...a,...o===undefined?[]:[o.digest]].map(e=>[e,s??""])}))
return new Map(r.flat())}var Q=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,r
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var ee=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function build_build(e,n,t){const s=(0,H.cs)(e,n)
const r=await planFor(e,n,s)
const i=e.plan!==undefined?await resume(r,s,e.noCache?"none":"use"):r
if(e.print)return print(e,n,s,i)
const o=await buildPlan(e,n,s,i,await aheadOf(i,s,t))
const a=o.images.filter(({outcome:e})=>e!=="unchanged"&&e!=="skipped")
await leaveNotes(a,"build",i,n)
return o}async function aheadOf(e,n,t){const s=e.images.flatMap(({service:e,decision:n})=>n.kind==="unchanged"?e:[])
const r=publishedOf(n,e,s)
r.catch(()=>{})
const i=e.images.flatMap(({decision:e,platform:n})=>e.kind==="build"?n:[])
const o={build:true,platforms:[...new Set(i)]}
const a=i.length===0?undefined:(0,T.hh)(await t.engine(),o)
return{engine:a,published:r}}async function buildPlan(e,n,t,s,{engine:r,published:i}){const o={stack:[],error:void 0,hasError:false}
try{const{docker:a,env:c,progress:d,signal:u,now:f}=n
const{builder:l,maxParallel:p}=e
const m=r?.builder?.driver??"docker"
const h=Q(o,verifyAsBuilt(n,t,s),false)
h.begin()
const g=await build({plan:s,root:s.root,docker:a,registry:t,env:c,progress:d,signal:u,now:f,ended:e=>h.take(e),options:{...r!==undefined&&await settings(e,n,t,s,m),outDir:e.out,...l!==undefined&&{builder:l},...p!==undefined&&{parallel:p},...r?.native!==undefined&&{native:r.native}}})
const w=await verifyUnproven(n,t,s,await h.into(g),i)
const y={...w,images:onRunner(w.images,n)}
await(0,R.ft)(e.out,y)
await writeSubjects(e.out,"build",y)
return y}catch(e){o.error=e
o.hasError=true}finally{ee(o)}}async function print(e,n,t,s){const r=await settings(e,n,t,s,"docker")
return bakeDefinition({plan:s,root:s.root,env:n.env,...r})}async function settings(e,n,t,s,r){const[i,o]=await Promise.all([cacheFor(e,n,s,r),attestFor(e,n,s,t)])
return{cache:i,attest:o,driver:r,steps:e.noCache?"anew":"cached"}}var ne=t(11011)
var te=t(989)
function makeBaseline(e,n){const t=new Map
for(const{finding:s,fingerprint:r,occurrence:i}of(0,te.W)(e,n)){const{code:e,at:n,message:o}=s
const a=t.get(r)
t.set(r,{...a??{rule:e,file:n?.file??"",fingerprint:r,message:o},count:i})}const key=({file:e,rule:n,fingerprint:t})=>`${e}\n${n}\n${t}`
const s=[...t.values()].sort((e,n)=>key(e)<key(n)?-1:1)
return{kind:"lucid.lint-baseline",version:1,findings:s}}function compareBaseline(e,n,t){const s=new Map(n.findings.map(({fingerprint:e,count:n})=>[e,n]))
const r=(0,te.W)(e,t).flatMap(({finding:e,fingerprint:n})=>{const t=s.get(n)??0
if(t>0)s.set(n,t-1)
return t>0?[]:[e]})
const i=[...s.values()].reduce((e,n)=>e+n,0)
return{fresh:r,old:e.length-r.length,gone:i}}function readBaseline(e){let n
try{n=JSON.parse(e)}catch{return undefined}if(typeof n!=="object"||n===null)return undefined
const{kind:t,version:s,findings:r}=n
const i=Array.isArray(r)&&r.every(e=>typeof e?.fingerprint==="string"&&Number.isSafeInteger(e.count)&&(e.count??0)>0)
return t==="lucid.lint-baseline"&&s===1&&i?n:undefined}async function withBaseline(e,n,{baseline:t,updateBaseline:r},i){if(t===undefined){if(!r)return undefined
const e="add --baseline FILE"
throw new l.yo({code:"options/value",message:"update-baseline does not know which file",fix:e})}if(!r)return compareBaseline(e,await read(s.resolve(i,t),t),n)
const o=makeBaseline(e,n)
await(0,R.f8)(s.resolve(i,t),`${JSON.stringify(o,undefined,"\t")}\n`)
return compareBaseline(e,o,n)}async function read(e,n){let t
try{t=await(0,f.readFile)(e,"utf8")}catch(e){const t=e instanceof Error?e.message:String(e)
const s="write it with --update-baseline"
throw new l.yo({code:"options/baseline",message:"the baseline cannot be read",at:{file:n},why:t,fix:s},{cause:e})}const s=readBaseline(t)
if(s!==undefined)return s
const r="write it again with --update-baseline"
throw new l.yo({code:"options/baseline",message:"that is no baseline of version 1",at:{file:n},fix:r})}async function runChecks(e,n,t){const s=JSON.stringify(asBakeText({group:{default:{targets:Object.keys(n)}},target:n}))
const r={BUILDX_GIT_INFO:"false",BUILDX_NO_DEFAULT_ATTESTATIONS:"1"}
const i=["buildx","bake","--file=-","--call=check,format=json","--progress=quiet"]
const{stdout:o,stderr:a}=await e(i,{...t,input:s,env:r})
const c=readChecks(o)
if(c!==undefined)return c
return a.trim().split("\n").at(-1)?.replace(/^ERROR: /,"")||"docker buildx gave no answer"}function readChecks(e){let n
try{n=JSON.parse(e)}catch{return undefined}return Object.fromEntries(Object.entries(n.target??{}).map(([e,{check:n}])=>{const t=n?.buildError?.message??n?.error
const s=(n?.warnings??[]).flatMap(toWarning)
return[e,{warnings:s,...t!==undefined&&{error:t.split("\n")[0]??t}}]}))}function toWarning({ruleName:e,detail:n,description:t,url:s,location:r}){if(e===undefined)return[]
const i=r?.ranges?.[0]
const[o,a]=[i?.start?.line,i?.end?.line]
return[{rule:e,detail:n??t??e,...s?.startsWith("https://")&&{url:s},...o!==undefined&&o>0&&{line:o},...a!==undefined&&a>0&&{endLine:a}}]}var se=t(70651)
const re=1e4
const ie="docker-image://scratch"
async function checkBuilds(e,n,t,s){if(t.buildChecks==="off")return{checks:[]}
const r=await inTheWay(s)
if(r.length>0&&t.buildChecks==="on")throw new l.yo(r)
if(r.length>0)return{checks:[],skipped:r.map(({message:e})=>e).join("; ")}
const i=new Map(e.flatMap(e=>"selected"in e?[[e.service.name,e]]:[]))
const run=(e,t,r)=>runChecks(s.docker,Object.fromEntries(e.map(e=>[targetName(e.service),targetOf(e,n,t)])),{cwd:n,signal:r})
const o=[...i.values()]
const a=t.offline?"offline":await run(o,"asked",AbortSignal.any([s.signal,AbortSignal.timeout(re)]))
s.signal.throwIfAborted()
const c=typeof a==="string"?o:o.filter(({service:e})=>a[targetName(e)]?.error!==undefined)
const d=c.length===0?{}:await run(c,"empty",s.signal)
s.signal.throwIfAborted()
if(typeof d==="string")return{checks:[],skipped:d}
const u=o.flatMap(e=>{const n=targetName(e.service)
const t=d[n]
const s=t??(typeof a==="string"?undefined:a[n])
return s===undefined?[]:toChecks(e,s,t===undefined?"asked":"empty")})
return{checks:u}}async function inTheWay({docker:e,signal:n}){const t=await(0,T.P7)(e,{signal:n})
return(0,T.p7)(t,{}).concat(t.buildx===undefined&&t.server!==undefined?[{code:"engine/buildx-missing",message:"buildx is not installed",fix:"install the package docker-buildx-plugin"}]:[])}const targetName=({name:e})=>e.replace(/[^A-Za-z0-9_-]/g,"_")
function targetOf({service:e,dockerfile:n,trace:t,args:s,platform:r,from:i},o,a){const within=e=>e==="."?o:`${o}/${e}`
const c=a==="asked"?[]:t.images.filter(({use:e})=>e!=="syntax").map(({ref:e})=>(0,se.p2)(e))
const d=Object.entries(e.contexts).map(([e,n])=>[(0,se.p2)(e),n.kind==="path"?within(n.path):ie])
const u=n.directives.find(({name:e})=>e==="syntax")
return{context:within(e.context),dockerfile:within(e.dockerfile),...a==="empty"&&u!==undefined&&{"dockerfile-inline":withoutLine(n.text,u.line)},...e.target!==undefined&&{target:e.target},platforms:[r],args:s,contexts:Object.fromEntries([...c.map(e=>[e,ie]),...Object.keys(i).map(e=>[e,ie]),...d])}}function withoutLine(e,n){const t=e.split("\n")
const s=t.findIndex(e=>!/^#\s*\w+\s*=/.test(e))
const r=t.slice(0,s<0?t.length:s)
r.splice(n-1,1)
return[...r,"#",...t.slice(r.length+1)].join("\n")}function toChecks({service:e,dockerfile:n,trace:t},{warnings:s},r){const i=new Set(t.unset.filter(({certainty:e})=>e==="maybe").map(({name:e})=>e))
return s.filter(({rule:e,detail:n})=>{const s=e==="UndefinedVar"?/'\$\{?(\w+)\}?'/.exec(n)?.[1]:undefined
const o=r==="empty"||t.named.length>0
return!(o&&s!==undefined&&i.has(s))}).map(({rule:t,detail:s,url:r,line:i,endLine:o})=>({rule:t,detail:s,...r!==undefined&&{url:r},at:{file:n.file,line:i??1,...o!==undefined&&o!==i&&{endLine:o}},service:e.name}))}const oe=2e3
async function askDigests(e,n,t){const s=e.flatMap(({trace:e})=>e?.images??[])
const r=new Set(s.map(({ref:e})=>e).filter(e=>!e.includes("@")&&!e.includes("$")))
if(n.offline||r.size===0)return undefined
const i=AbortSignal.any([t.signal,AbortSignal.timeout(oe)])
const o=(0,H.cs)(n,{...t,signal:i})
const a=new Map
await Promise.all([...r].map(async e=>{const n=await o.resolve(e).catch(()=>undefined)
if(n!==undefined)a.set(e,n.digest)}))
return e=>a.get(e)}var ae=t(70673)
var ce=t(66552)
function applyEdits(e,n){const t=new Map
const s=[]
for(const r of e){const e=r.edits??[]
if(e.length===0)continue
const i=e.filter(e=>!(t.get(e.file)??[]).some(n=>isSame(e,n)))
const o=i.every(e=>isWithin(e,n(e.file))&&!(t.get(e.file)??[]).some(n=>meets(e,n)))
const a=i.every((e,n)=>!i.slice(0,n).some(n=>meets(e,n)))
if(!o||!a)continue
for(const e of i)t.set(e.file,[...t.get(e.file)??[],e])
s.push(r)}const r=[...t].flatMap(([e,t])=>{const s=n(e)??""
const r=rewrite(s,t)
return r===s?[]:[[e,r]]})
return{files:new Map(r),findings:s}}const isSame=(e,n)=>e.from===n.from&&e.to===n.to&&e.replacement===n.replacement
const isWithin=({from:e,to:n},t)=>t!==undefined&&Number.isSafeInteger(e)&&e>=0&&e<=n&&n<=t.length
const meets=(e,n)=>e.file===n.file&&(e.from===n.from||e.from<n.to&&n.from<e.to)
function rewrite(e,n){const t=[...n].sort((e,n)=>n.from-e.from)
return t.reduce((e,{from:n,to:t,replacement:s})=>e.slice(0,n)+s+e.slice(t),e)}const de=10
async function fixFiles({root:e,look:n,mode:r}){const{createTwoFilesPatch:i}=await t.e(4023).then(t.bind(t,44023))
const o=new Map
const a=new Map
const c=(0,ce.DR)(e)
let d=0
for(let t=0;t<(r==="write"?de:1);t++){const t=await n()
const i=new Map
for(const n of new Set(t.flatMap(({edits:e=[]})=>e.map(e=>e.file))))i.set(n,c.look(n)==="file"?await exactText(s.join(e,n)):undefined)
const u=applyEdits(t,e=>i.get(e))
if(u.files.size===0)break
d+=u.findings.length
for(const[n,t]of u.files){if(!o.has(n))o.set(n,i.get(n)??"")
a.set(n,t)
if(r==="write")await write(e,n,t)}}const u=[...a].sort().map(([e,n])=>({file:e,diff:i(`a/${e}`,`b/${e}`,o.get(e)??"",n).replace(/^=+\n/,"")}))
return{findings:d,written:r==="write",files:u}}async function exactText(e){const n=await(0,f.readFile)(e)
const t=n.toString("utf8")
return Buffer.from(t).equals(n)?t:undefined}async function write(e,n,t){try{await(0,f.writeFile)(s.join(e,n),t)}catch(e){const t=e instanceof Error?e.message:String(e)
throw new l.yo({code:"lint/unwritable",message:"cannot be mended",at:{file:n},why:t},{cause:e})}}var ue=t(52602)
var fe=t(89821)
var le=t(33386)
async function lint(e,n){const t=await look(e,n)
const{catalog:s,selected:r}=t
const i=e.fix?await fixFiles({root:s.root,mode:e.dryRun?"show":"write",look:async()=>(await look(e,n,t.outside)).findings}):undefined
const{findings:o,text:a}=i?.written&&i.files.length>0?await look(e,n):t
const c=await withBaseline(o,a,e,n.cwd)
const d=await writeLint(e.out,c?.fresh??o,r,{skipped:t.skipped,...c&&{baseline:{old:c.old,gone:c.gone}},...i&&{fixed:i}})
await writeSarif(d,s,a,e,n)
return d}async function look(e,n,t){const r=await(0,H.O_)(e,n)
const{files:i,around:o}=await(0,H.rB)(r.root,(0,le.O)(r.root,n))
const a=(0,L.Z)(r,{services:e.service,phases:e.phase})
const c=await(0,fe.c)(r,i).readAll(a,[],"to-build")
const[d,u,f]=t===undefined?await Promise.all([(0,ue.O)({catalog:r,subjects:(0,ae.Z6)(c),around:o},e,n),checkBuilds(c,r.root,e,n),askDigests(c,e,n)]):[]
const l=t??{...d&&{packages:d.packages},...u&&{buildChecks:u.checks},...f&&{digest:f}}
const p=(0,ae.WX)({inputs:c,services:a,catalog:r,around:o,...l})
const m=(d?.troubles??[]).map(e=>({check:"packages",why:e}))
if(u?.skipped!==undefined)m.push({check:"build-checks",why:u.skipped})
const text=e=>o.text(e===r.file?s.basename(e):e)
return{catalog:r,selected:a,findings:p,text:text,outside:l,skipped:m}}async function writeLint(e,n,t,s={}){const r=new Set(t.map(({dockerfile:e})=>e))
const i={kind:"lucid.lint",version:1,findings:n,files:r.size,...s}
await(0,R.ft)(e,i)
return i}async function writeSarif(e,n,r,i,o){const{toSarif:a}=await t.e(3352).then(t.bind(t,20971))
const c=(await(0,le.O)(n.root,o)(["rev-parse","--show-prefix"]))?.trim()??""
const d=`${JSON.stringify(a(e,{version:ne.r,prefix:c,catalog:n.file,text:r}))}\n`
const u=[s.join(i.out,"lint.sarif"),...i.sarif===undefined?[]:[s.resolve(o.cwd,i.sarif)]]
await Promise.all(u.map(e=>(0,R.f8)(e,d)))}async function openSigner({by:e,log:n},t){const r=await(0,f.mkdtemp)(s.join((0,p.tmpdir)(),"lucid-sign-"))
const done=()=>(0,f.rm)(r,{recursive:true,force:true})
const cosign=(...e)=>run(t,e)
try{await cosign("version")
const s=e.kind==="key"?await publicKey(cosign,e.key,r):identity(t.env)
return{sign:t=>signOne(cosign,t,e,n,s),[Symbol.asyncDispose]:done}}catch(e){await done()
throw e}}async function signOne(e,n,t,s,r){const i=isLoopback(n)?["--allow-http-registry"]:[]
const verify=()=>e("verify",...r,...i,...s?[]:["--insecure-ignore-tlog=true"],n)
if((await verify()).ok)return
const o=t.kind==="key"?[`--key=${t.key}`,`--tlog-upload=${s}`]:[]
const a=await e("sign","--yes",...o,...i,n)
if(!a.ok)throw new l.yo({code:"sign/failed",message:`${n} could not be signed`,why:a.said,fix:t.kind==="keyless"?'give the job "permissions: id-token: write", which signing without a key needs':"check the key and COSIGN_PASSWORD, and that the login may push"})
const c=await verify()
if(!c.ok)throw new l.yo({code:"sign/unverified",message:`${n} was signed, but the signature cannot be verified`,why:c.said,fix:"publish again: what is done is found and kept"})}async function publicKey(e,n,t){const{ok:r,said:i}=await e("public-key",`--key=${n}`)
const o=/-----BEGIN PUBLIC KEY-----[\s\S]*-----END PUBLIC KEY-----/.exec(i)?.[0]
if(!r||o===undefined)throw new l.yo({code:"sign/key",message:"the key to sign with cannot be read",why:i,fix:"name it with sign-key, and its password with COSIGN_PASSWORD"})
const a=s.join(t,"key.pub")
await(0,f.writeFile)(a,`${o}\n`)
return[`--key=${a}`]}function identity(e){const{GITHUB_ACTIONS:n,GITHUB_REPOSITORY:t,GITHUB_SERVER_URL:s="https://github.com"}=e
if(n!=="true"||!t)return["--certificate-identity-regexp",".+","--certificate-oidc-issuer-regexp",".+"]
const r=`${s}/${t}/`.replace(/[.+?^${}()|[\]\\*]/g,"\\$&")
const i="https://token.actions.githubusercontent.com"
return["--certificate-identity-regexp",`^${r}`,"--certificate-oidc-issuer",i]}async function run({exec:e,signal:n},t){const s={...n&&{signal:n},keep:1<<16}
const r=await e(["cosign",...t],s).catch(e=>{throw new l.yo({code:"sign/no-cosign",message:"cosign cannot be run",why:e instanceof Error?e.message:String(e),fix:"install it (the action sigstore/cosign-installer does), or leave `sign` out"},{cause:e})})
n?.throwIfAborted()
const{exitCode:i,stdout:o,stderr:a}=r
return{ok:i===0,said:i===0?o:lastLines(a)}}function lastLines(e){const n=e.split("\n").filter(e=>e.trim()!==""&&!e.startsWith("WARNING"))
return n.slice(-3).join(" ").replace(/[\u0000-\u001f\u007f-\u009f]/g," ").slice(0,500)}function isLoopback(e){return/^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?\//.test(e)}async function compareRevisions(e,n,t){if(n===t)return"same"
const isBefore=async(n,t)=>await e(["merge-base","--is-ancestor","--end-of-options",n,t])!==undefined
if(await isBefore(n,t))return"newer"
if(await isBefore(t,n))return"older"
return"unknown"}var pe=t(44792)
var me=t(27623)
async function compareOnGitHub(e,n,t,s,r){const i=(0,pe._M)(e)
if(!n||i===undefined)return"unknown"
const{rest:o}=await(0,pe.o6)(e,{token:n,effort:"patient"})
try{const e=`${t}...${s}`
const{data:n}=await o.repos.compareCommitsWithBasehead({...i,basehead:e,per_page:1})
const r={identical:"same",ahead:"newer",behind:"older"}
return r[n.status]??"unknown"}catch(e){(0,me.X)(e,"compare this commit with the published one","contents: read",r)
return"unknown"}}const he="application/vnd.oci.image.index.v1+json"
const ge=[...["revision","created","source","version","url","title","description","licenses"],...["base.name","base.digest"]].map(e=>`org.opencontainers.image.${e}`)
const we=new Set(["org.opencontainers.image.base.digest"])
function makeIndex(e){const n=[...e].sort((e,n)=>e.platform<n.platform?-1:e.platform>n.platform?1:0)
const t=n.flatMap(({labels:e})=>Object.keys(e).filter(e=>e.startsWith("com.lucid.")))
const s=[...ge,...[...new Set(t)].sort()].flatMap(e=>{const t=n.map(({labels:n})=>n[e])
const s=t.find(e=>e!==undefined&&e!=="")
const r=s!==undefined&&(!we.has(e)||t.every(e=>e===s))
return r?[[e,s]]:[]})
const r={schemaVersion:2,mediaType:he,manifests:[...n.map(descriptorOf),...n.flatMap(({attestations:e})=>e)],...s.length>0&&{annotations:Object.fromEntries(s)}}
const i=(new TextEncoder).encode(JSON.stringify(r))
return{bytes:i,digest:`sha256:${(0,k.createHash)("sha256").update(i).digest("hex")}`}}function hasSameImages({content:e},n){if(e.kind!=="index")return false
const t=JSON.parse((new TextDecoder).decode(n.bytes)).manifests
const names=e=>e.filter(e=>!isAttestation(e)).map(({digest:e})=>e).sort().join()
return names(e.manifests)===names(t)}function isAttestation({platform:e}){return e?.os==="unknown"}function descriptorOf({mediaType:e,digest:n,manifestSize:t,os:s,architecture:r,variant:i}){const o={architecture:r,os:s,...i!==undefined&&{variant:i}}
return{mediaType:e,digest:n,size:t,platform:o}}function gather(e,n,t){const s=[]
const r=[]
for(const i of e.platforms){const mine=n=>n.find(n=>n.service===e.name&&n.platform===i)
const o=mine(t)
const a=mine(n)
if(o!==undefined){const{outcome:e,contentRef:n,digest:t}=o
const a=e==="built"||e==="unchanged"
if(a&&t!==undefined)s.push({platform:i,contentRef:n,digest:t,fresh:e==="built"})
else{const n=e==="skipped"||e==="cancelled"?"skipped":"failed"
const t=o.error?.message??(a?"it has no digest":undefined)
r.push({kind:n,text:`${i}: build ${e}${t===undefined?"":`: ${t}`}`})}}else if(a?.decision.kind==="unchanged")s.push({platform:i,contentRef:a.contentRef,digest:a.decision.digest,fresh:false})
else if(a?.decision.kind==="blocked")r.push({kind:"failed",text:`${i}: ${a.decision.problems[0]?.message??"blocked"}`})
else r.push({kind:"skipped",text:`${i}: not built`})}if(r.length===0&&s.length>0)return{kind:"complete",images:s}
const i=r.some(e=>e.kind==="failed")?"failed":"skipped"
return{kind:i,reason:r.map(({text:e})=>e).join("; ")||"the catalog names no platform for it"}}async function indexOver(e,n,t){const s=await Promise.all(n.map(n=>factsOf(e,n,t)))
return{index:makeIndex(s),facts:s}}async function factsOf(e,{platform:n,contentRef:t,digest:s,fresh:r},i){let o=await e.imageFacts(t,n)
while(o===undefined&&r&&await i.again())o=await e.imageFacts(t,n)
const wrong=(e,n)=>new l.yo({code:"publish/content",message:e,fix:n})
if(o===undefined)throw wrong(`${t} is not in the registry`,"build it again")
if(o.digest!==s&&o.indexDigest!==s)throw wrong(`${t} holds ${o.digest}, but ${s} was built`,"another run built the same source meanwhile: run again")
if(`${o.os}/${o.architecture}`!==n.split("/",2).join("/"))throw wrong(`${t} is made for ${o.platform}, not ${n}`,"build it again for that platform")
return o}const ye=50
function patience_patience(e,n,t){let s=ye
let r=e
return{async again(){if(r<=0||t?.aborted)return false
const e=Math.min(s,r)
r-=e
s=Math.min(s*2,4e3)
await n(e)
return true},over(){s=ye}}}function patientOf({options:e,signal:n},t){const s=t==="signalled"?n:undefined
return patience_patience(e?.lagMs??2e4,waitFor(s),s)}function waitFor(e){return n=>new Promise(t=>{if(e?.aborted)return t()
const end=()=>{clearTimeout(s)
e?.removeEventListener("abort",end)
t()}
const s=setTimeout(end,n)
e?.addEventListener("abort",end,{once:true})})}const ke=new Set(["BLOB_UNKNOWN","MANIFEST_UNKNOWN","MANIFEST_BLOB_UNKNOWN"])
async function putPatiently(e,n,t,s,r){for(;;){try{return await e.putManifest(n,t,s)}catch(e){const n=e.registryCode
if(typeof n!=="string"||!ke.has(n)||!await r.again())throw e}}}async function copyIndex(e,n,t,s,r){const i=JSON.parse((new TextDecoder).decode(s.bytes)).manifests
for(const s of i)await copyImage(e,n,t,s,r)
await putPatiently(e,`${t}@${s.digest}`,s.bytes,he,r)}async function copyImage(e,n,t,s,r){const{digest:i}=s
if(await e.head(`${t}@${i}`)!==undefined)return
const o=await e.manifest(`${n}@${i}`)
if(o===undefined)throw new l.yo({code:"publish/content",message:`${i} of ${n} is gone, so it cannot be copied to ${t}`,fix:isAttestation(s)?"build it again: its attestation was deleted":"build it again"})
const{content:a,bytes:c,descriptor:d}=o
const u=a.kind==="image"?[a.config,...a.layers]:[]
const f=distinct(u).filter(e=>!isForeign(e))
await Promise.all(f.map(s=>e.copyBlob(n,t,s)))
await putPatiently(e,`${t}@${i}`,c,d.mediaType,r)}function distinct(e){return[...new Map(e.map(e=>[e.digest,e])).values()]}function isForeign({mediaType:e}){return/nondistributable|foreign/.test(e)}var ve=t(5966)
function failedVerification({policy:e},n){if(e.verify!=="required")return undefined
const t=n.flatMap(({platform:e,checks:n})=>(0,ve.H)(n).map(({name:n,actual:t,expected:s})=>`${e}: ${n} is ${t}, not ${s}`))
return t.length===0?undefined:`verification failed: ${t.join("; ")}`}function heldForSource({dirty:e,revision:n},{allowDirty:t=false}){if(t)return undefined
if(n===o.P)return"built without git: no commit stands for it (--allow-dirty lets it pass)"
return e?"uncommitted changes: commit them first (--allow-dirty lets them pass)":undefined}function smokeGate(e,n,t,{requireSmoke:s=true}){if(!s||e.policy.smoke!=="required")return{kind:"open",proven:[]}
if(e.health===undefined&&e.ports.length===0)return{kind:"open",proven:[]}
const r=n.map(n=>{const s=t.filter(t=>t.service===e.name&&t.platform===n.platform)
return{image:n,row:s.find(({digest:e})=>e===n.digest)??s[0]}})
for(const{image:e,row:n}of r)if(n?.verdict==="unhealthy"&&n.digest===e.digest)return{kind:"shut",why:`smoke on ${e.platform}: ${wordsFor(n)}`}
const i=r.filter(({image:e,row:n})=>n?.verdict!=="healthy"||n.digest!==e.digest)
const o=n.filter(e=>!i.some(n=>n.image===e))
if(i.length===0)return{kind:"open",proven:o}
return{kind:"unproven",proven:o,images:i.map(({image:e,row:n})=>({...e,why:whyUnproven(e,n)}))}}function whyUnproven({platform:e,digest:n},t){if(t===undefined||t.verdict==="skipped")return`smoke did not run on ${e}${t?.reason===undefined?"":`: ${t.reason}`}`
if(t.digest!==n)return`smoke on ${e} ran ${t.digest}, which is not what is published`
return`smoke on ${e}: ${wordsFor(t)}`}function wordsFor({verdict:e,failure:n,reason:t}){const s=n?.guess??t
return s===undefined?e:`${e}, ${s}`}async function promote(e){const n={tag:false}
try{return await settle(e,n)}catch(t){if(!n.tag)throw t
const{image:s,tag:r}=e
throw new l.yo({code:"publish/unconfirmed",message:`${s}:${r} may have moved, but that could not be confirmed`,why:t.message.split("\n",1)[0]??"",fix:"publish again: what is done is found and kept"},{cause:t})}}async function settle(e,n){const{registry:t,image:s,tag:r,index:i,signal:o,patient:a}=e
const c=(0,Y.bn)(r,e.copies??2)
const d=await promote_look(e,c)
const u=ourPublication(e,d)
let f=d
const p=new Map
for(let i=0;i<20;i++){const i=await newestOf(e,u,f)
if(i.kind==="unordered")return i
const l=i.publication
const m=nextStep(f,l,l===u?undefined:p)
if(m?.kind!=="ledger"&&!f.isWhole){f=await promote_look(e,c)
continue}if(m===undefined)return ending(e,u,l,d.tag)
if(p.size===0&&o?.aborted)return{kind:"cancelled"}
const[h,g,w]=m.kind==="tag"?[`${s}:${r}`,await indexOf(e,l),he]:[`${s}:${c[m.copy]}`,(0,Y.XL)(l),Y.Yt]
if(m.kind==="ledger"&&f.ledger[m.copy]===undefined)await t.putBlob(s,Y.Ro)
n.tag||=m.kind==="tag"
await putPatiently(t,h,g,w,a)
p.set(promote_keyOf(m),valueAt(l,m))
const y=shown(f,m)
const k=m.kind==="ledger"&&m.copy+1<c.length?f:undefined
f=await promote_look(e,c,k)
while(shown(f,m)===y&&await a.again())f=await promote_look(e,c,k)
a.over()}throw new l.yo({code:"publish/not-shown",message:`${s}:${r} does not come to rest`,why:`the registry shows ${f.tag??"nothing"} where ${i.digest} was written`,fix:"publish again when nobody else does"})}async function promote_look({registry:e,image:n,tag:t},s,r){const tagged=async()=>(await e.head(`${n}:${t}`))?.digest
const[i,...o]=await Promise.all([r===undefined?tagged():r.tag,...s.map(async t=>{const s=await e.manifest(`${n}:${t}`)
return s&&(0,Y.SC)(s,t)})])
return{ledger:o,tag:i,isWhole:r===undefined}}function ourPublication({index:e,revision:n,committedAt:t},{ledger:s}){const r={revision:n,committedAt:t,digest:e.digest,sequence:0}
const i=s.find(e=>(0,Y.R3)(e,r))
return i??{...r,sequence:1+Math.max(0,...s.map(e=>e?.sequence??0))}}async function newestOf({order:e,allowUnordered:n},t,{ledger:s}){let r=t
for(const i of s){if(i===undefined)continue
const s=await(0,Y.JA)(e,n,i,r)
if(s==="older")r=i
else if(s==="unknown"&&r===t)return{kind:"unordered",than:i}}return{kind:"newest",publication:r}}function nextStep(e,n,t){const s=[...e.ledger.map((e,n)=>({kind:"ledger",copy:n})),{kind:"tag"}]
return s.find(s=>shown(e,s)!==valueAt(n,s)&&(t===undefined||t.get(promote_keyOf(s))===shown(e,s)))}function promote_keyOf(e){return e.kind==="tag"?"tag":`ledger ${e.copy}`}function valueAt(e,n){return n.kind==="tag"?e.digest:`${e.revision} ${e.digest}`}function shown(e,n){if(n.kind==="tag")return e.tag
const t=e.ledger[n.copy]
return t&&valueAt(t,n)}async function indexOf({registry:e,image:n,index:t},{digest:s}){if(s===t.digest)return t.bytes
const r=await e.manifest(`${n}@${s}`)
if(r===undefined)throw new l.yo({code:"publish/index-gone",message:`the index ${s} of ${n} is gone, although it was published last`,fix:"run the newest commit's workflow again"})
return r.bytes}function ending({tag:e},n,t,s){if(t===n)return s!==n.digest?{kind:"moved",...s!==undefined&&{previous:s}}:{kind:"present"}
const r=t.revision===n.revision?"a later run of this commit":`${t.revision.slice(0,12)}, which is newer`
return{kind:"superseded",by:t,why:`${e} was published by ${r}`}}function candidatesFor(e){const begin=n=>({service:e,image:n,images:[],facts:[],tags:[],spent:0})
const n=begin(e.image)
return[n,...(e.copies??[]).map(e=>({...begin(e),of:n}))]}function tagsOf({service:e},n){return n.tags[e.name]??{immutable:[],floating:[]}}function outcomeOf(e){if(e.some(({state:e})=>e==="written"||e==="moved"))return"published"
if(e.some(({state:e})=>e==="present"||e==="kept"))return"unchanged"
return"skipped"}function toRow(e,n,t){const{service:s,image:r,images:i,facts:o,index:a,signed:c}=e
const d=allTags(e,t)
const u=d.some(({state:e})=>e!=="held"&&e!=="kept")
const{outcome:f,reason:l}=together(e,n)
const p=l??(d.length===0?"this run gives it no tag":undefined)
return{service:s.name,image:r,outcome:f,...u&&a&&{digest:a.digest},platforms:i.map(({platform:e,digest:n},t)=>{const{size:s,layers:r}=o[t]??{}
return{platform:e,digest:n,...s!==undefined&&{size:s},...r&&{layers:r.length}}}),tags:d,...n.length>0&&{copies:n.map(e=>copyRow(e,t))},...c&&{signed:c},...p!==undefined&&{reason:p},durationMs:Math.round([e,...n].reduce((e,{spent:n})=>e+n,0))}}function copyRow(e,n){const{image:t,outcome:s="skipped",reason:r}=e
return{image:t,outcome:s,tags:allTags(e,n),...r!==undefined&&{reason:r}}}function allTags(e,n){const{tags:t,reason:s}=e
const r=tagsOf(e,n)
const i=["immutable","floating"].flatMap(e=>r[e].filter(n=>!t.some(t=>t.kind===e&&t.tag===n)).map(n=>({tag:n,kind:e,state:"held",...s!==undefined&&{why:s}})))
return[...t,...i]}function together(e,n){const{outcome:t="skipped",reason:s}=e
for(const e of["failed","cancelled","superseded"]){const s=n.find(n=>n.outcome===e)
if(t===e||t==="failed"||s===undefined)continue
return{outcome:e,reason:`${s.image}: ${s.reason??e}`}}const r=t==="unchanged"&&n.some(e=>e.outcome==="published")
return{outcome:r?"published":t,...s!==undefined&&{reason:s}}}function tell({service:e,of:n,outcome:t,reason:s,tags:r},i){if(n!==undefined&&t!=="failed")return
const o=r.filter(({state:e})=>e==="written"||e==="moved").map(({tag:e})=>e)
const a=s??(o.length>0?o.join(", "):t)
const c=t==="failed"?"failed":"done"
i?.({stage:"publish",subject:e.name,state:c,...a!==undefined&&{text:a}})}function reasonOf(e){if(e instanceof l.yo)return e.problems.map(({message:e,why:n,fix:t})=>[e,n,t&&`fix: ${t}`].filter(Boolean).join("; ")).join(" | ")
return e instanceof Error?e.message:String(e)}async function floating(e,n){const{index:t,tags:s}=e
const r=tagsOf(e,n.plan).floating
if(t===undefined)return
const i=r.length===0?undefined:await gateOf(e,n)
if(i!==undefined){e.reason=i
for(const e of r)s.push({tag:e,kind:"floating",state:"held",why:i})}else if(r.length>0){await prepare(e,t,n)
for(const s of r)await move(e,t,s,n)}e.outcome??=outcomeOf(s)}async function prepare(e,n,t){const s=`${e.image}@${n.digest}`
if(e.stored===undefined)await putPatiently(t.registry,s,n.bytes,he,patientOf(t,"signalled"))
if(t.sign===undefined)return
await t.sign(s)
e.signed=true}async function move(e,n,t,s){const{registry:r,order:i,signal:o,plan:a,options:c}=s
const{revision:d,committedAt:u}=a.source
const f=await promote({...{registry:r,order:i,image:e.image,tag:t,index:n,revision:d,committedAt:u},allowUnordered:c?.allowUnordered??false,patient:patientOf(s,"to the end"),...o&&{signal:o}})
note(e,t,f,d)}function gateOf(e,n){const t=e.of??e
t.gate??=whyHeld(t,n)
return t.gate}async function whyHeld({service:e,image:n,images:t},{plan:s,smoke:r,options:i={},registry:o}){const a=heldForSource(s.source,i)
if(a!==undefined)return a
const c=smokeGate(e,t,r?.services??[],i)
if(c.kind==="shut")return c.why
await floating_record(n,c.proven,s.source.revision,o)
if(c.kind==="open")return undefined
for(const{platform:e,digest:t,why:s}of c.images){const r=await(0,U.r$)(o,n,t)
if(r?.verdict==="unhealthy")return`smoke on ${e}: unhealthy in another job or run, for commit ${r.revision.slice(0,12)}`
if(r===undefined)return s}return undefined}async function floating_record(e,n,t,s){for(const{digest:r}of n){const n=await(0,U.r$)(s,e,r)
if(n?.verdict!=="healthy")await(0,U.E4)(s,e,{digest:r,verdict:"healthy",revision:t})}}function note(e,n,t,s){const r="floating"
const hold=t=>{e.tags.push({tag:n,kind:r,state:"held",why:t})
e.reason??=t}
switch(t.kind){case"present":e.tags.push({tag:n,kind:r,state:"present"})
return
case"moved":{const{previous:s}=t
const i=s===undefined?"written":"moved"
e.tags.push({tag:n,kind:r,state:i,...s!==undefined&&{previous:s}})
return}case"superseded":hold(t.why)
e.outcome="superseded"
return
case"unordered":hold(unorderedWords(n,t.than.revision,s))
return
case"cancelled":hold("cancelled")
e.outcome??="cancelled"
return}}function unorderedWords(e,n,t){const s=[n,t].includes(o.P)
const r=s?"one of them was built without git; --allow-unordered moves the tag all the same":"check out the whole history (fetch-depth: 0), or bring the branches together; --allow-unordered moves the tag all the same"
return`${e}: cannot tell whether ${n.slice(0,12)}, which is published, comes before ${t.slice(0,12)}: ${r}`}async function writeImmutable(e,n){const{registry:t,image:s,tags:r,patient:i,done:o}=e
const a=await Promise.all(r.map(t=>immutable_look(e,t,n)))
const c=r.flatMap((e,n)=>{const t=a[n]
return t?.kind==="taken"?[{tag:e,digest:t.digest}]:[]})
if(c.length>0)throw new l.yo(c.map(({tag:e,digest:t})=>conflict(s,e,t,n.digest)))
let d=a.find(e=>e.kind==="ours")?.index??n
for(const[n,c]of r.entries()){const r=a[n]
const u="immutable"
if(r?.kind==="ours")o({tag:c,kind:u,state:"present"})
else if(r?.kind==="kept"){const{digest:e}=r
o({tag:c,kind:u,state:"kept",previous:e,why:`stays with ${e}, this commit's first build`})}else{await putPatiently(t,`${s}:${c}`,d.bytes,he,i)
d=await immutable_readBack(e,c,d)
o({tag:c,kind:u,state:"written"})}}return d}async function immutable_look(e,n,t){const{registry:s,image:r,revision:i}=e
const o=(await s.head(`${r}:${n}`))?.digest
if(o===undefined)return{kind:"free"}
if(o===t.digest)return{kind:"ours",index:t}
const a=await s.manifest(`${r}@${o}`)
if(a===undefined)return{kind:"taken",digest:o}
if(hasSameImages(a,t))return{kind:"ours",index:{digest:o,bytes:a.bytes}}
return isOfCommit(a,n,i)?{kind:"kept",digest:o}:{kind:"taken",digest:o}}function isOfCommit({content:e},n,t){if(!/^[0-9a-f]{40,64}$/.test(t))return false
return n.includes(t.slice(0,7))||e.annotations["org.opencontainers.image.revision"]===t}async function immutable_readBack({registry:e,image:n,patient:t},s,r){let i=await e.head(`${n}:${s}`)
while(i===undefined&&await t.again())i=await e.head(`${n}:${s}`)
t.over()
if(i===undefined)throw new l.yo({code:"publish/not-shown",message:`${n}:${s} was accepted, but the registry does not show it`,fix:"publish again: what is done is found and kept"})
if(i.digest===r.digest)return r
const o=await e.manifest(`${n}@${i.digest}`)
if(o===undefined||!hasSameImages(o,r))throw new l.yo(conflict(n,s,i.digest,r.digest))
return{digest:i.digest,bytes:o.bytes}}function conflict(e,n,t,s){return{code:"publish/immutable",message:`${e}:${n} already names ${t}, and immutable tags are never overwritten`,why:`this run has ${s}`,fix:"make the tag rule tell the builds apart, make the tag floating, or delete the tag if it is wrong"}}async function publish(e){const n=performance.now()
const{plan:t}=e
const s=t.selected.flatMap(e=>t.services.find(n=>n.name===e)??[])
const r=s.flatMap(candidatesFor)
const i={...e,order:remembering(e.order)}
for(const n of[publish_verify,immutable,copy,floating])await each(r,e.options?.concurrency??16,e=>guarded(n,e,i))
return{kind:"lucid.publish",version:1,revision:t.source.revision,services:r.filter(({of:e})=>e===undefined).map(e=>toRow(e,r.filter(({of:n})=>n===e),t)),durationMs:Math.round(performance.now()-n)}}async function guarded(e,n,t){if(n.outcome!==undefined)return
const s=performance.now()
try{if(t.signal?.aborted)end(n,"cancelled","cancelled")
else await e(n,t)}catch(e){const s=e instanceof l.yo&&e.problems[0]?.code==="publish/unconfirmed"
if(t.signal?.aborted&&!s)end(n,"cancelled","cancelled")
else end(n,"failed",reasonOf(e))}n.spent+=performance.now()-s
if(n.outcome!==undefined)tell(n,t.progress)}async function publish_verify(e,n){const{service:t}=e
const{plan:s,build:r,registry:i,progress:o}=n
if(e.of!==undefined)return
o?.({stage:"publish",subject:t.name,state:"started"})
const a=r?.images.filter(e=>e.service===t.name)??[]
const c=gather(t,s.images,a)
if(c.kind!=="complete")return end(e,c.kind,c.reason)
e.images=c.images
const d=failedVerification(t,a)
if(d!==undefined)return end(e,"failed",d)
Object.assign(e,await indexOver(i,c.images,patientOf(n,"signalled")))}async function immutable(e,n){if(e.of===undefined)await tagOnce(e,n)}async function copy(e,n){const{of:t,image:s,service:r}=e
if(t===undefined)return
const{index:i,images:o}=t
if(t.outcome!==undefined||i===undefined)return end(e,"skipped",`${r.name} was not published`)
const a=tagsOf(e,n.plan)
if(a.immutable.length+a.floating.length===0)return
await copyIndex(n.registry,t.image,s,i,patientOf(n,"signalled"))
Object.assign(e,{index:i,images:o,stored:true})
await tagOnce(e,n)}async function tagOnce(e,n){const{image:t,index:s}=e
if(s===undefined)return
const{registry:r,plan:i,signal:o}=n
e.index=await writeImmutable({...{registry:r,image:t,tags:tagsOf(e,i).immutable,revision:i.source.revision},patient:patientOf(n,"signalled"),done:n=>{e.tags.push(n)
if(n.state!=="kept")e.stored=true
o?.throwIfAborted()}},s)}function end(e,n,t){e.outcome=n
e.reason=t}function remembering(e){const n=new Map
return(t,s)=>{const r=`${t} ${s}`
const ask=async()=>e(t,s)
const i=n.get(r)??ask().catch(()=>"unknown")
n.set(r,i)
return i}}async function each(e,n,t){const s=e.values()
const worker=async()=>{for(const e of s)await t(e)}
await Promise.all(Array.from({length:Math.min(n,e.length)},worker))}var be=t(38815)
function composeFile(e){const{use:n,project:t,network:s,parts:r}=e
const i=n.kind==="smoke"&&{labels:n.labels}
const o=new Set
return compose_literal({name:t,services:Object.fromEntries(r.map(n=>[n.name,{...service(n,e,o),...i,networks:{[s.name]:{aliases:[n.name]}}}])),networks:{[s.name]:{...n.kind==="deployment"&&{name:s.name},...i,...s.subnet!==undefined&&{ipam:{config:[{subnet:s.subnet}]}}}}})}function withoutOwnChecks(e){return{services:Object.fromEntries([...e].map(e=>[e,{healthcheck:$e}]))}}const $e={interval:"24h",start_period:"24h",start_interval:"24h"}
function composeText(e){const n={smoke:"Made from the catalog. Images are pinned by digest; ports are picked by the engine.",deployment:"Made from the catalog. Images are pinned by digest."}[e.use.kind]
const t=doubledPorts(e).map(e=>`# ${e}\n`)
return`# ${n}\n${t.join("")}${(0,be.As)(composeFile(e),{version:"1.1",lineWidth:0,defaultStringType:"QUOTE_DOUBLE",defaultKeyType:"PLAIN",aliasDuplicateObjects:false})}`}function doubledPorts({use:e,parts:n}){if(e.kind==="smoke")return[]
const t=new Map
return n.flatMap(({name:e,ports:n})=>n.flatMap(({published:n,protocol:s})=>{if(n===undefined)return[]
const r=`${n}/${s}`
const i=t.get(r)
if(i===undefined)t.set(r,e)
return i===undefined||i===e?[]:[`${e} wants port ${n} of the host too, which is ${i}'s; it gets one that the engine picks.`]}))}function tcpPorts({health:e,ports:n}){const t=e!==undefined&&"port"in e?[e.port]:[]
return[...new Set([...t,...n.filter(e=>e.protocol==="tcp").map(e=>e.container)])]}function service(e,n,t){const{use:s,parts:r,selfChecked:i}=n
const o=e.needs.filter(e=>r.some(({name:n})=>n===e))
const a=s.kind==="smoke"?ephemeral(e,n.address??"127.0.0.1"):compose_published(e,t)
return{image:e.image,...e.platform!==undefined&&{platform:e.platform},...e.command!==undefined&&{command:e.command},restart:s.kind==="smoke"?"no":"unless-stopped",environment:Object.entries(e.env).map(([e,n])=>`${e}=${n}`),...a.length>0&&{ports:a},...o.length>0&&{depends_on:Object.fromEntries(o.map(e=>[e,{condition:i.has(e)?"service_healthy":"service_started"}]))},...hardened(e),logging:{driver:"json-file",options:{"max-size":"4m","max-file":"2"}}}}function ephemeral(e,n){const t=e.ports.filter(e=>e.protocol==="udp").map(e=>`${n}::${e.container}/udp`)
return[...tcpPorts(e).map(e=>`${n}::${e}`),...t]}function compose_published({ports:e},n){return e.flatMap(({container:e,published:t,protocol:s})=>{if(t===undefined)return[]
const r=`${t}/${s}`
const i=!n.has(r)
n.add(r)
return[`${i?`${t}:`:""}${e}${s==="udp"?"/udp":""}`]})}function hardened({hardening:e}){if(e===undefined)return{}
const{readOnly:n,tmpfs:t,capDrop:s,noNewPrivileges:r,memory:i,pids:o}=e
return{read_only:n,...t.length>0&&{tmpfs:t},...s.length>0&&{cap_drop:s},...r&&{security_opt:["no-new-privileges:true"]},...i!==undefined&&{mem_limit:i},...o!==undefined&&{pids_limit:o}}}function compose_literal(e){if(typeof e==="string")return e.replaceAll("$","$$$$")
if(Array.isArray(e))return e.map(e=>compose_literal(e))
if(typeof e==="object")return Object.fromEntries(Object.entries(e).map(([e,n])=>[e,compose_literal(n)]))
return e}function deployment({project:e,network:n,services:t,externals:s},r){const i=t.flatMap(e=>{const n=r.get(e.name)
if(n===undefined||e.ports.length===0&&e.health===undefined)return[]
const{name:t,env:s,ports:i,health:o,needs:a,hardening:c}=e
return[{...{name:t,env:s,ports:i,needs:a,hardening:c,image:`${e.image}@${n.digest}`},...o!==undefined&&{health:o}}]})
const o=new Set(i.flatMap(({needs:e})=>e))
for(const e of o)for(const n of s.find(n=>n.name===e)?.needs??[])o.add(n)
const a=s.filter(({name:e})=>o.has(e)).map(({name:e,image:n,command:t,env:s,ports:r,health:i,needs:o})=>({...{name:e,image:n,env:s,ports:r,needs:o},...t!==undefined&&{command:t},...i!==undefined&&{health:i}}))
const c=new Set([...r].filter(([,{healthcheck:e}])=>e).map(([e])=>e))
return{use:{kind:"deployment"},project:e,network:n,parts:[...a,...i],selfChecked:c}}async function writeDeployment(e,n,{services:t},r){const i=new Set([...n.services,...n.externals].flatMap(({needs:e})=>e))
const o=await Promise.all(n.services.map(async e=>{const s=t.find(n=>n.service===e.name)
const o=(s&&earned(s))??await floatingDigest(e,n,r)
if(o===undefined)return undefined
const a=i.has(e.name)&&await checksItself(e,o,r)
return[e.name,{digest:o,healthcheck:a}]}))
const a=new Map(o.filter(e=>e!==undefined))
const c=await Promise.all(n.externals.map(e=>pinned(e,r)))
const d=deployment({...n,externals:c},a)
if(!d.parts.some(({name:e})=>a.has(e)))return undefined
return(0,R.f8)(s.join(e,"compose.yml"),composeText(d))}function earned({digest:e,tags:n}){return n.some(({kind:e,state:n})=>e==="floating"&&n==="held")?undefined:e}async function floatingDigest(e,{source:n,project:t},s){const r={...n,event:{kind:"push",branch:n.defaultBranch??"main"}}
const[i]=(0,Z.T)(e,r,{project:t}).floating
return i===undefined?undefined:(await s.head(`${e.image}:${i}`))?.digest}async function checksItself({image:e,platforms:n},t,s){const[r="linux/arm64"]=n
const i=await s.imageFacts(`${e}@${t}`,r).catch(()=>undefined)
const o=i?.healthcheck?.test[0]
return o!==undefined&&o!=="NONE"}async function pinned(e,n){if(e.image.includes("@"))return e
const t=await n.resolve(e.image).catch(()=>undefined)
return t===undefined?e:{...e,image:`${e.image}@${t.digest}`}}var xe=t(50647)
const mergeSmoke=e=>{const[n]=e
if(n===undefined)return undefined
const key=({service:e,platform:n,digest:t})=>`${e} ${n} ${t}`
const t=byRank(e.flatMap(({services:e})=>e),key,({verdict:e})=>xe.u[e])
const s=e.flatMap(e=>e.leftovers??[])
return{...n,services:t,...s.length>0&&{leftovers:s},durationMs:merge_longest(e)}}
const Oe={skipped:0,cancelled:1,failed:2,unchanged:3,built:4}
const mergeBuilds=e=>{const[n]=e
if(n===undefined)return undefined
const t=byRank(e.flatMap(e=>e.images),({service:e,platform:n})=>`${e} ${n}`,({outcome:e})=>Oe[e])
const s=e.length===1?n.command:[]
return{...n,images:t,command:s,durationMs:merge_longest(e)}}
const mergeVerified=e=>{const[n]=e
if(n===undefined)return undefined
const t=byRank(e.flatMap(e=>e.images),({service:e,platform:n,digest:t})=>`${e} ${n} ${t??""}`,({checks:e})=>e.length)
const total=n=>e.reduce((e,{layers:t})=>e+t[n],0)
return{...n,images:t,layers:{read:total("read"),bytes:total("bytes")},durationMs:merge_longest(e)}}
const Se={skipped:0,cancelled:1,failed:2,superseded:3,unchanged:4,published:5}
const mergePublished=e=>{const[n]=e
if(n===undefined)return undefined
const t=byRank(e.flatMap(e=>e.services),({service:e})=>e,({outcome:e,tags:n})=>Se[e]-(n.some(({state:e})=>e==="held")?.5:0))
return{...n,services:t,durationMs:merge_longest(e)}}
const mergePlans=e=>{const[n]=e.toSorted((e,n)=>n.selected.length-e.selected.length)
if(n===undefined||e.length===1)return n
const t=new Map(e.flatMap(e=>e.images).map(e=>[`${e.service} ${e.platform}`,e]))
for(const e of n.images)t.set(`${e.service} ${e.platform}`,e)
const s=Math.max(...e.map(({waves:e})=>e.length))
const r=new Set
const fresh=e=>!r.has(e)&&r.add(e)!==undefined
return{...n,selected:[...new Set([n,...e].flatMap(({selected:e})=>e))],images:[...t.values()],tags:Object.assign({},...e.map(({tags:e})=>e),n.tags),waves:Array.from({length:s},(t,s)=>[n,...e].flatMap(({waves:e})=>e[s]??[]).filter(fresh))}}
const merge_longest=e=>Math.max(...e.map(e=>e.durationMs))
function byRank(e,n,t){const s=new Map
for(const r of e){const e=s.get(n(r))
if(e===undefined||t(r)>t(e))s.set(n(r),r)}return[...s.values()]}async function readSmokeResults({smokeResults:e,out:n},{cwd:t}){if(e===undefined)return(0,R.Gi)(n,"lucid.smoke",1)
const r=s.resolve(t,e)
const i=await Promise.all((await(0,R.nG)(r,isSmoke)).map(e=>(0,R.u0)(e,"lucid.smoke",1)))
const o=i.filter(e=>e!==undefined)
if(o.length===0)throw new l.yo({code:"document/missing",message:"holds no smoke.json",at:{file:e},fix:"name a smoke.json, or a folder with those of all legs; leave the option out to go by the registry's records"})
return mergeSmoke(o)}const isSmoke=e=>s.basename(e)==="smoke.json"
var Ee=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,r
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var Me=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function publish_publish(e,n){const t=(0,H.cs)(e,n)
const s=await planFor(e,n,t)
const r=await buildFromRegistry(s,t)
const i=await(0,R.Gi)(e.out,"lucid.verify",1)
const o=i===undefined?r:(0,X.u)(r,i)
const{docker:a,...c}=n
const d=await verifyUnproven(c,t,s,o)
const u=await readSmokeResults(e,n)
return publishBuilt(e,n,t,s,d,u)}async function publishBuilt(e,n,t,s,r,i,o){const a=new Set(o?.services.map(({service:e})=>e))
const c={...s,selected:s.selected.filter(e=>!a.has(e))}
const d=await publishSome(e,n,t,{plan:c,build:r,...i&&{smoke:i}})
const u=o===undefined?d:publish_together(s,o,d)
await(0,R.ft)(e.out,u)
await writeSubjects(e.out,"publish",u)
if(n.signal.aborted)return u
const f=await writeDeployment(e.out,s,u,t)
if(f===undefined)return u
const l={...u,composeFile:f}
await(0,R.ft)(e.out,l)
return l}function publish_together(e,n,t){const s=new Map([...n.services,...t.services].map(e=>[e.service,e]))
const r=e.selected.flatMap(e=>s.get(e)??[])
return{...t,services:r,durationMs:n.durationMs+t.durationMs}}async function publishSome(e,n,t,s){const r={stack:[],error:void 0,hasError:false}
try{const i=(0,le.O)(s.plan.root,n)
const o=t.stoppedBy((new AbortController).signal)
const a=Ee(r,await signerFor(e,n),true)
return publish({...s,registry:o,...a&&{sign:a.sign},order:async(t,s)=>{const r=await compareRevisions(i,t,s)
return r==="unknown"?compareOnGitHub(n.env,e.githubToken,t,s,n.log):r},options:{requireSmoke:e.requireSmoke,allowDirty:e.allowDirty,allowUnordered:e.allowUnordered},progress:n.progress,signal:n.signal})}catch(e){r.error=e
r.hasError=true}finally{const e=Me(r)
if(e)await e}}async function signerFor(e,{exec:n,env:t,signal:s}){const{sign:r,signKey:i,signLog:o}=e
if(r==="off")return undefined
if(r==="keyless")return openSigner({by:{kind:r},log:true},{exec:n,env:t,signal:s})
if(i!==undefined)return openSigner({by:{kind:r,key:i},log:o},{exec:n,env:t,signal:s})
throw new l.yo({code:"options/value",message:"sign is `key`, and no key is named",fix:"name one with sign-key: a file, env://COSIGN_PRIVATE_KEY or the address of a key service; or sign keyless"})}var je=t(94974)
var Pe=t(96464)
function badge(e){const{healthy:n,tried:t}=(0,Pe.Wr)(e)
const s=e.filter(({outcome:e})=>e==="failed").length
const r=s>0?`${s} of ${e.length} failed`:t>0?`${n} of ${t} healthy`:`${e.filter(e=>(0,Pe.Kg)([e])).length} of ${e.length} built`
const i=(0,Pe.Kg)(e)
const o=i?"brightgreen":s>0?"red":"yellow"
return{schemaVersion:1,label:"images",message:r,color:o,...s>0&&{isError:true}}}var Ie=t(56635)
var Ae=t(70421)
var Te=t(17783)
function reportDocument(e,n){const{plan:t,lint:s,url:r,durationMs:i}=e
const o=(0,Ae.h)(e)
const a=(0,Ie.B)(e)
return{...{kind:"lucid.report",version:1,project:t.project},...{revision:t.source.revision,committedAt:t.source.committedAt},...r!==undefined&&{url:r},...{headline:(0,Pe.Pl)(e,o),ok:(0,Pe.Kg)(o),services:o},...a!==undefined&&{progress:a},...{timeline:(0,Te.I)(e),findings:s?.findings??[]},...i!==undefined&&{durationMs:Math.round(i)},files:n}}var _e=t(15654)
var Ce=t(15443)
var Re=t(17467)
class Leavings{#Q
constructor(e){this.#Q=e}static async read({out:e,results:n},{cwd:t,log:r}){const i=Ne.map(n=>s.join(e,`${n}.json`))
const o=n===undefined?[]:await(0,R.nG)(s.resolve(t,n),isJson)
if(n!==undefined&&o.length===0)throw new l.yo({code:"document/missing",message:"holds no documents",at:{file:n},fix:"name the folder that the documents of all jobs were downloaded to, or leave `results` out"})
const a=[...new Set([...o,...i])]
const c=await Promise.all(a.map(e=>readAny(e,r)))
return new Leavings(c.filter(e=>e!==undefined))}get plan(){const e=this.#ee("plan")
const n=e.at(-1)?.source.revision
return mergePlans(e.filter(({source:e})=>e.revision===n))}of(e){const mine=n=>this.#ee(n).filter(n=>n.revision===e)
const n=this.#ee("lint").at(-1)
const t=mergeBuilds(mine("build"))
const s=mergeVerified(mine("verify"))
const r=mergeSmoke(mine("smoke"))
const i=mergePublished(mine("publish"))
return{...n&&{lint:n},...t&&{build:t},...s&&{verify:s},...r&&{smoke:r},...i&&{publish:i}}}#ee(e){return this.#Q.filter(n=>n.kind===`lucid.${e}`)}}const Ne=["plan","lint","build","verify","smoke","publish"]
const isJson=e=>e.endsWith(".json")
async function readAny(e,n){const t=await(0,f.readFile)(e,"utf8").catch(()=>undefined)
if(t===undefined)return undefined
const s=parse(t)
if(s===undefined){n(`${e} is no whole JSON, and is left out of the report`)
return undefined}const{kind:r,version:i}=typeof s==="object"&&s!==null?s:{}
if(!Ne.some(e=>r===`lucid.${e}`))return undefined
if(i===1)return s
n(`${e} is version ${i} of ${r}, which this program does not read; it is left out of the report`)
return undefined}function parse(e){try{return JSON.parse(e)}catch{return undefined}}const fileOf=({out:e,history:n},{cwd:t})=>n===undefined?s.join(e,"history.json"):s.resolve(t,n)
async function readHistory(e,n){const t=fileOf(e,n)
try{const e=await(0,R.u0)(t,"lucid.history",1)
return Array.isArray(e?.runs)?{..._e.Gf,runs:e.runs.filter(isRun)}:_e.Gf}catch(e){n.log(`the history of earlier runs is begun anew: ${e.message.split("\n",1)[0]}`)
return _e.Gf}}const isRun=e=>typeof e?.id==="string"&&typeof e.services==="object"&&e.services!==null
async function writeHistory(e,n,t){return(0,R.f8)(fileOf(e,n),`${JSON.stringify(t)}\n`)}async function report(e,n){const t=await Leavings.read(e,n)
const s=e.plan===undefined?t.plan:undefined
const r=s===undefined?await planFor(e,n):partOf(s,"the plan",e)
if(e.recall)await recall(e,n,r)
const i=e.recall?await Leavings.read(e,n):t
const o=i.of(r.source.revision)
const a=(0,Ce.ee)({plan:r,...o})
const c=await progressOf(e,n,{plan:s??r,...o})
const d={plan:r,...o,...a!==undefined&&{durationMs:a}}
return{...d,report:await writeReport(e,n,{...d,...c&&{progress:c}})}}async function progressOf(e,n,t){if(!e.completion||(0,Ie.w)(t.plan))return(0,Ie.B)(t)
const s={...e,service:["*"],phase:[],platform:[]}
const r=await(0,B.plan)(s,n,undefined,"to-build","aside").catch(()=>undefined)
return(0,Ie.B)(t,r)}async function writeReport(e,n,r){const{reportPage:i}=await Promise.all([t.e(3091),t.e(3781)]).then(t.bind(t,83781))
const{completionReport:o}=e.completion?await t.e(895).then(t.bind(t,70895)):{}
const{out:a}=e
const{report:c,verifyHost:d,...u}=r
const f=report_identity(u)
const l=await readHistory(e,n)
const p=(0,je.V)(n.env)
const m=(0,_e.gM)(l,f)
const h={...u,history:m,...p!==undefined&&{url:p}}
const g=new Date((n.date??Date.now)()).toISOString()
const w=(0,Ae.h)(h)
const y=(0,_e.Yq)(l,(0,_e.uZ)(h,w,f,g))
const k=s.join(a,"report.json")
const v={page:await(0,R.f8)(s.join(a,"report.html"),i(h)),summary:await(0,R.f8)(s.join(a,"summary.md"),`${(0,Re.xw)(h)}\n`),badge:await(0,R.f8)(s.join(a,"badge.json"),report_text(badge(w))),history:await writeHistory(e,n,y),...o&&{completion:await(0,R.f8)(s.join(a,"completion.md"),`${o(h,g)}\n`)},json:k}
const b=reportDocument(h,v)
await(0,R.f8)(k,report_text(b))
return b}const report_text=e=>`${JSON.stringify(e,undefined,"\t")}\n`
function report_identity({plan:e,build:n,smoke:t,publish:s}){const{revision:r}=e.source
return(0,k.createHash)("sha256").update(JSON.stringify([r,n,t,s])).digest("hex").slice(0,16)}var De=t(26391)
async function publishAhead(e,n,t,s,r){const i=Map.groupBy(s.images,({service:e})=>e)
const o=s.services.filter(({name:e})=>i.get(e)?.some(({decision:e})=>e.kind!=="unchanged"))
if(o.length===0||e.smoke==="all")return undefined
const a=new Set(e.smoke==="dependents"?(0,De.h)(s.services,o,()=>[]):o)
const c=new Set(s.selected)
const d=await r
const u=await Promise.all(s.services.filter(e=>c.has(e.name)&&!a.has(e)).map(async n=>{const s=unchanged(i.get(n.name)??[])
const r=s.length>0&&s.every(({digest:e})=>d.has(e))
return r&&await passed(n,s,e,t)?[n.name]:[]}))
const f=u.flat()
if(f.length===0||n.signal.aborted)return undefined
return publishSome(e,n,t,{plan:{...s,selected:f}})}function unchanged(e){return e.flatMap(({platform:e,decision:n})=>n.kind==="unchanged"?[{platform:e,digest:n.digest}]:[])}async function passed(e,n,t,s){const r=smokeGate(e,n,[],t)
if(r.kind!=="unproven")return r.kind==="open"
const i=await Promise.all(r.images.map(({digest:n})=>(0,U.r$)(s,e.image,n)))
return i.every(e=>e?.verdict==="healthy")}var Le=t(30156)
var Be=t(51405)
var Fe=t(41609)
var He=t(93662)
var Ue=t(643)
var Ge=t(96824)
var Ye=t(24959)
var We=t(37067)
var Ve=t(43018)
var qe=t(56110)
async function bodyComplaint({body:e,bodyMatches:n,json:t},s,r){const i=s===""?"with an empty body":`with the body ${JSON.stringify((0,qe.I)(s.slice(0,80)))}`
if(e!==undefined&&!s.includes(e))return`${i}, wanted ${JSON.stringify(e)} in it`
const o=t===undefined?undefined:(0,Ve.f)(t)
const a=o?.kind==="test"?(0,Ve.y)(o,s):undefined
if(a!==undefined)return`${i}, ${(0,qe.I)(a)}; wanted ${t}`
if(n===undefined||await matches(n,s,r))return undefined
return`${i}, wanted a match of /${n}/u`}const ze=`\nconst { parentPort, workerData: { pattern, text } } = require("node:worker_threads");\nparentPort.postMessage(new RegExp(pattern, "u").test(text));\n`
async function matches(e,n,s){const{Worker:r}=await Promise.resolve().then(t.t.bind(t,75919,19))
s.throwIfAborted()
return new Promise((t,i)=>{const o=new r(ze,{eval:true,workerData:{pattern:e,text:n},env:{},stdin:false})
const stop=()=>{void o.terminate()
i(s.reason)}
s.addEventListener("abort",stop,{once:true})
o.on("message",t)
o.on("error",i)
o.on("exit",()=>s.removeEventListener("abort",stop))})}const Ke=64*1024
function tryHttp(e,n){const t=`no complete answer within ${seconds(n.timeoutMs)}`
return attempt(n,t,async(n,t)=>{const{status:s,location:r,body:i}=await exchange(e,n,t)
const o=wrongStatus(e,s)??await bodyComplaint(e,i,t).then(e=>e&&`answered ${s} ${e}`)
return{...{ok:o===undefined,status:s},...r!==undefined&&{location:r},...o!==undefined&&{error:o}}})}function exchange(e,n,t){return new Promise((s,r)=>{const i=(0,We.request)({createConnection:()=>n,path:e.path,method:e.method,headers:{host:"127.0.0.1","user-agent":"lucid-smoke",...e.headers,connection:"close"},signal:t})
i.on("error",r)
i.on("response",e=>{const{statusCode:n=0,headers:t}=e
const i=[]
let o=0
const done=()=>{const e=Buffer.concat(i).subarray(0,Ke).toString()
s({status:n,body:e,...t.location!==undefined&&{location:t.location}})}
e.on("data",e=>{i.push(e)
o+=e.length
if(o>=Ke)done()})
e.on("end",done)
e.on("error",r)})
i.end()})}function wrongStatus(e,n){if(e.status.some(([e,t])=>n>=e&&n<=t))return undefined
return`answered ${n}, wanted ${e.status.map(([e,n])=>e===n?e:`${e}-${n}`).join(", ")}`}function impossible(e){const n=`lucid-smoke-${(0,k.randomBytes)(8).toString("hex")}`
return e.kind==="http"?{...e,path:`/${n}`}:{...e,service:n}}const Je=250
function tryTcp(e){const n={...e,timeoutMs:e.timeoutMs+Je}
return attempt(n,`no connection within ${seconds(e.timeoutMs)}`,(n,t,s)=>s>e.timeoutMs?Promise.resolve({ok:false,error:`no connection within ${seconds(e.timeoutMs)}`,late:true}):new Promise((e,t)=>{const good=()=>e({ok:true,latencyMs:s})
const r=setTimeout(good,Je)
n.on("close",()=>clearTimeout(r))
n.on("data",good)
n.on("end",()=>e({ok:false,error:"connection dropped at once: nothing listens on the port"}))
n.on("error",t)}))}async function attempt({port:e,timeoutMs:n,signal:t,reach:s=(0,He.reachHost)("127.0.0.1")},r,i){const o=Ue.performance.now()
const a=new AbortController
const c=setTimeout(()=>a.abort(),n)
const d=t===undefined?a.signal:AbortSignal.any([t,a.signal])
const u=Promise.withResolvers()
d.addEventListener("abort",()=>u.reject(d.reason),{once:true})
u.promise.catch(()=>{})
let f
const run=async()=>{d.throwIfAborted()
f=await Promise.race([s.open(e,d),u.promise])
f.on("error",()=>{})
return Promise.race([i(f,d,Ue.performance.now()-o),u.promise])}
const l=await run().catch(e=>{if(t?.aborted)return{ok:false,error:"interrupted"}
return a.signal.aborted?{ok:false,error:r,late:true}:{ok:false,error:plainError(e)}})
clearTimeout(c)
f?.destroy()
return{...l,latencyMs:Math.round((l.latencyMs??Ue.performance.now()-o)*10)/10}}function plainError(e){switch(e.code){case"ECONNREFUSED":return"connection refused"
case"ECONNRESET":return"connection reset: nothing listens on the port, or it hung up"
case"HPE_HEADER_OVERFLOW":return"headers larger than 16 KiB"
default:return e.message||e.code||"failed"}}function seconds(e){return`${Math.round(e/100)/10} s`}const Xe={0:"ended by itself, without an error",125:"the engine could not run it",126:"found, but cannot be executed",127:"program not found",128:"bad exit status",132:"SIGILL: an instruction this processor does not know",134:"SIGABRT",135:"SIGBUS",136:"SIGFPE",139:"SIGSEGV: segmentation fault",143:"SIGTERM"}
function exitMeaning(e,{outOfMemory:n}){if(n)return"killed: out of memory"
if(e===137)return"SIGKILL: killed from outside, or out of memory"
return Xe[e]??(e>128&&e<165?`signal ${e-128}`:"error")}const Ze=[{own:true,pattern:/exec format error/i,say:()=>"exec format error: built for another architecture, or a script without a #! line"},{own:true,pattern:/ModuleNotFoundError: No module named ['"]([^'"]+)['"]/,say:([,e])=>`ModuleNotFoundError: ${e}: not in the image, or not on PYTHONPATH`},{own:true,pattern:/Cannot find (?:module|package) ['"]([^'"]+)['"]/,say:([,e])=>`cannot find module ${e}: not in the image`},{own:true,pattern:/error while loading shared libraries: (\S+?):/,say:([,e])=>`shared library ${e} is not in the image`},{own:true,pattern:/version [`'](GLIBC\S*?)' not found/,say:([,e])=>`${e} is not in the image: built against a newer C library than it runs on`},{own:true,pattern:/(?:No space left on device|ENOSPC|disk quota exceeded)/i,say:()=>"no space left on a disk or tmpfs that it writes to"},{pattern:/(?:Read-only file system|EROFS)[^'"/]*(?:['"]?(\/[^'",\s]+))?/i,say:([,e])=>`writes to its read-only file system${e?`: needs a writable ${e} (hardening.tmpfs)`:""}`},{pattern:/(?:can't start new thread|fork: (?:retry: )?Resource temporarily unavailable|pthread_create failed)/i,say:()=>"cannot start another thread or process: hardening.pids is too low"},{pattern:/(?:bind|listen)[^\n]*permission denied|permission denied[^\n]*(?:bind|listen)/i,say:()=>"may not bind its port: below 1024 it needs NET_BIND_SERVICE, better take a higher one"},{pattern:/(?:Permission denied|EACCES)[^'"/]*['"]?(\/[^'",\s]+)/i,say:([,e])=>`permission denied on ${e}: not readable or writable for the user the image runs as`},{own:true,pattern:/(?:address already in use|EADDRINUSE)/i,say:()=>"binds the same port twice: address already in use"},{own:true,pattern:/exec: "([^"]+)": [^\n]*(?:no such file|not found)/i,say:([,e])=>`${e} is not in the image: check ENTRYPOINT and CMD`},{pattern:/(?:exec|\/bin\/sh): ?[^\n]*?([^\s:]+): (?:no such file or directory|not found)/i,say:([,e])=>`${e} is not in the image: check ENTRYPOINT and CMD`},{own:true,pattern:/(?:getaddrinfo (?:ENOTFOUND|EAI_AGAIN) (\S+)|Name or service not known|Temporary failure in name resolution|no such host)/i,say:([,e])=>`cannot resolve ${e??"a host name"}: is a need missing in the catalog?`}]
function guess(e){const{architecture:n,exit:t,log:s,startError:r,probe:i,listeners:o}=e
if(n!==undefined&&n.wanted!==n.found)return`wrong architecture: ${n.found}, wanted ${n.wanted}`
if(t?.outOfMemory)return`out of memory: hardening.memory is too low (exit ${t.exitCode})`
const a=i?.port===undefined?undefined:onlyInward(i.port,o)
if(a!==undefined)return a
const c=[...r?[r]:[],...i?[i.error]:[],...s.toReversed()]
const d=i?.status!==undefined&&t===undefined?undefined:signIn(c)
if(d!==undefined)return d
if(t!==undefined)return`exited with ${t.exitCode} (${exitMeaning(t.exitCode,t)})${lastWords(s)}`
if(r!==undefined)return`could not be started: ${r}`
if(i===undefined)return"no sign of the cause in its log"
return aboutPort(i,o,s)??aboutAnswer(i)}function signIn(e){for(const{pattern:n,say:t}of Ze)for(const s of e){const e=n.exec(s)
if(e!==null)return t(e)}return undefined}function ownFault({log:e,startError:n,exit:t,probe:s,listeners:r}){if(t?.outOfMemory)return true
if(s?.error.startsWith("flaps"))return true
if(s?.status!==undefined&&s.status<500)return true
if(s?.port!==undefined){if(onlyInward(s.port,r)!==undefined)return true
const e=r?.filter(({address:e})=>!isLocal(e))??[]
if(e.length>0&&e.every(({port:e})=>e!==s.port))return true}const i=[...n?[n]:[],...s?[s.error]:[],...e]
if(i.some(e=>Qe.test(e)))return false
return Ze.some(({own:e,pattern:n})=>e&&i.some(e=>n.test(e)))}const Qe=/read-only file system|EROFS|permission denied|EACCES|operation not permitted|EPERM|temporarily unavailable/i
const en=/(?:Read-only file system|EROFS)[^'"/]*['"]?(\/[^'",\s:]+)|['"]?(\/[^'",\s:]+)['"]?: Read-only file system/gi
function writesTo(e){const n=e.flatMap(e=>[...e.matchAll(en)].map(([,e,n])=>e??n??""))
return[...new Set(n.filter(e=>e!==""))]}function lastWords(e){const n=e.at(-1)
return n===undefined?"; it logged nothing":`: ${n.slice(0,160)}`}function isLocal(e){return e.startsWith("127.")||e==="::1"}function onlyInward(e,n=[]){const t=n.filter(n=>n.port===e)
if(t.length===0||!t.every(({address:e})=>isLocal(e)))return undefined
return`listens on ${t[0]?.address}:${e} only: let it listen on 0.0.0.0`}function aboutPort({port:e,status:n,afterMs:t},s,r){if(e===undefined||n!==undefined)return undefined
if(s?.some(n=>n.port===e))return undefined
if(s!==undefined){const n=[...new Set(s.filter(({address:e})=>!isLocal(e)).map(e=>e.port))]
const r=t===undefined?"":` after ${seconds(t)}`
return`nothing listens on port ${e}${n.length===0?r:`; it listens on ${n.join(", ")}`}`}if(r.some(n=>new RegExp(`(?:127\\.0\\.0\\.1|localhost|\\[::1\\]):${e}\\b`).test(n)))return`listens on 127.0.0.1:${e} only, as its log says: let it listen on 0.0.0.0`
return undefined}function aboutAnswer({error:e,status:n,path:t}){if(n===404&&t!==undefined)return`answers 404 at ${t}: is the health path right?`
if(n!==undefined&&n>=500&&!e.startsWith("flaps"))return`${e}: it runs, and says itself that it is not well`
if(/^no complete answer/.test(e))return`takes the connection and gives ${e}`
return e}const nn=25
function judge(e,n,t){const{name:s,image:r}=e
const i=r.slice(r.indexOf("@")+1)
const o={service:s,platform:n,ref:r,digest:i}
if(t?.kind!=="tried")return{...o,verdict:"unknown",reason:(0,qe.I)(t?.why??"not tried"),probes:[]}
const{trial:a,exit:c,log:d,needs:u}=t
const{probes:f,architecture:l,startedAt:p,durationMs:m,readyMs:h,note:g}=a
const w={...{...o,probes:f},...l!==undefined&&{architecture:l},...p!==undefined&&{startedAt:p},...m!==undefined&&{durationMs:m},...h!==undefined&&{readyMs:h},...c?.stopMs!==undefined&&a.broken===undefined&&{stopMs:c.stopMs},...d?.file!==undefined&&{logFile:d.file},...u!==undefined&&{needs:u}}
const y=noAnswer(n,t)
if(y!==undefined)return{...w,verdict:"unknown",reason:y}
const k=failureOf(e,t)
if(k!==undefined)return{...w,verdict:"unhealthy",failure:k}
const v=[u&&lacking(u),stubborn(t),g].filter(e=>e!==undefined)
return{...w,verdict:"healthy",...v.length>0&&{reason:v.join("; ")}}}const lacking=e=>`needs: ${e.join(", ")}`
function stubborn({exit:e}){return e?.killed===true&&!e.outOfMemory?`ignores SIGTERM: killed after ${seconds(e.stopMs??0)}`:undefined}function noAnswer(e,{trial:n,log:t}){const{broken:s,architecture:r}=n
if(s===undefined)return undefined
const i=[s.symptoms.startError??"",...t?.lines??[]]
if(r!==undefined&&r===(0,Ye.V)(e)&&i.some(e=>/exec format error/i.test(e)))return`the engine's machine cannot run ${e}: no emulation is set up`
if(i.slice(-nn).some(e=>/no space left on device|ENOSPC/i.test(e)))return"no space left on the engine's disk, or on a tmpfs that it writes to"
return undefined}function failureOf({policy:e},n){const{trial:t,log:s,needs:r}=n
const{broken:i,probes:o,state:a}=t
const c=s?.lines??[]
const d=c.slice(-nn)
if(i!==undefined){const e=i.symptoms.exit
const n=i.symptoms.probe?.error??o.findLast(({ok:e})=>!e)?.error
return{phase:i.phase,guess:(0,qe.I)(i.guess??guess({...i.symptoms,log:c})),...n!==undefined&&{lastProbe:(0,qe.I)(n)},...e!==undefined&&{exitCode:e.exitCode,exitMeaning:exitMeaning(e.exitCode,e)},...a&&a.healthLog.length>0&&{healthLog:a.healthLog},...a&&a.ports.length>0&&{ports:a.ports},...a&&{inspect:a.inspect},log:d}}if(r!==undefined&&e?.hardening!=="advisory")return{phase:"ready",guess:`is well only without its hardening; ${lacking(r)}`,log:d}
const u=stubborn(n)
if(u===undefined||e?.stop==="advisory")return undefined
const f="as process 1 it gets no default handler: handle SIGTERM, or start it through an init such as tini"
return{...{phase:"stop",guess:`${u}; ${f}`,log:d},...n.exit&&{exitCode:n.exit.exitCode,exitMeaning:exitMeaning(n.exit.exitCode,n.exit)}}}function members_pinned(e){return`${(0,i._)(e.ref)}@${e.digest}`}function excused({health:e,ports:n,policy:t}){if(t.smoke==="off")return"its policy says: smoke off"
return e===undefined&&n.length===0?"nothing to probe: no ports and no health":undefined}function lineup(e,n,t,s=[]){const r=new Map(e.services.map(e=>[e.name,e]))
const i=new Map(e.externals.map(e=>[e.name,e]))
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
const find=n=>{const a=i.get(n)
if(a!==undefined)return{...a,role:"external"}
const c=r.get(n)
if(c===undefined)return`${n} is neither a service nor an external of the catalog`
const d=s.find(e=>e.service===n&&e.platform===t)
const u=o.get(n)??d??members_unchanged(e,c,t)
if(u===undefined)return`there is no image of ${n} for ${t}`
const{env:f,ports:l,health:p,needs:m,hardening:h,policy:g}=c
const w=o.has(n)&&excused(c)===undefined?"subject":"cast"
return{...{name:n,role:w,image:members_pinned(u),platform:t,env:f,ports:l,needs:m,hardening:h,policy:g},...p!==undefined&&{health:p}}}
for(const e of o.values()){const n=r.get(e.service)
const t=n&&excused(n)
if(t!==undefined){c.set(e.service,{image:e,verdict:"skipped",reason:t})
continue}const s=add(e.service)
if(s!==undefined)c.set(e.service,{image:e,verdict:"unknown",reason:`not started: ${s}`})}return{members:[...a.values()],bystanders:[...c.values()]}}function members_unchanged(e,n,t){const s=e.images.find(e=>e.service===n.name&&e.platform===t)
if(s?.decision.kind!=="unchanged")return undefined
return{service:n.name,platform:t,ref:n.image,digest:s.decision.digest}}var tn=t(34058)
var sn=t(12311)
function subnet_parse(e){const n=/^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(e)
if(n===null)return undefined
const[t,s,r,i,o]=n.slice(1).map(Number)
if([t,s,r,i].some(e=>e>255)||o>32)return undefined
const a=2**(32-o)
const c=((t*256+s)*256+r)*256+i
const d=c-c%a
return{first:d,last:d+a-1,bits:o}}function overlaps(e,n){const t=subnet_parse(e)
const s=subnet_parse(n)
return t!==undefined&&s!==undefined&&t.first<=s.last&&s.first<=t.last}function chooseSubnet(e,n){if(e===undefined)return{}
const t=n.find(({cidr:n})=>overlaps(n,e))
if(t===undefined)return{subnet:e}
const s=`${e} is in use (${t.by})`
const r=Math.max(subnet_parse(e)?.bits??16,16)
const i=candidates(r).find(e=>!n.some(({cidr:n})=>overlaps(n,e)))
if(i===undefined)return{note:`${s}; the engine picked another`}
return{subnet:i,note:`${s}; ${i} was taken`}}function candidates(e){const n=Array.from({length:16},(n,t)=>`172.${31-t}.0.0/${e}`)
const t=Array.from({length:64},(n,t)=>`10.${192+t}.0.0/${e}`)
return[...n,...t]}const rn=/pool overlaps|invalid pool request/i
async function createStack({docker:e,api:n,stack:t,composePath:s,signal:r,near:i}){const{name:o,subnet:a}=t.network
const c=[]
const d=JSON.stringify(withoutOwnChecks(t.selfChecked))
for(let u=1;;u++){const{subnet:l,note:p}=chooseSubnet(a,[...await usedSubnets(n,r,i),...c])
const m={name:o,...l!==undefined&&{subnet:l}}
await(0,f.writeFile)(s,composeText({...t,network:m}))
const h=[`--file=${s}`,"--file=-"]
const g=["compose",...h,`--project-name=${t.project}`,"--progress=plain"]
const{exitCode:w,stderr:y}=await(0,Ge.T1)(e,[...g,"create"],{input:d,signal:r})
const k=w===0?await subnetOf(n,`${t.project}_${o}`,r):undefined
const v={...m,...k!==undefined&&{subnet:k},...p!==undefined&&{note:p}}
if(w===0)return{network:v,refused:new Map}
if(rn.test(y)&&l!==undefined&&u<10)c.push({cidr:l,by:"another run"})
else if(/failed to create network/i.test(y))throw new Ge.OW((0,Ge.fM)(y))
else return{network:v,refused:await oneByOne(e,g,t,{input:d,signal:r})}}}async function oneByOne(e,n,{parts:t},s){const r=new Map
for(const{name:i}of t){const t=["up","--no-start","--no-deps","--pull=never","--",i]
const{exitCode:o,stderr:a}=await(0,Ge.T1)(e,[...n,...t],s)
if(o!==0)r.set(i,(0,Ge.fM)(a))}return r}const on=sn.Ikc({Name:sn.YjP(),IPAM:sn.Ikc({Config:sn.YOg(sn.Ikc({Subnet:sn.YjP().optional()})).nullish()})})
async function subnetOf(e,n,t){const s=await(0,Ge.kA)(e,{method:"GET",path:`/networks/${n}`,signal:t})
if(!s.ok)throw new Ge.OW(`the network ${n} is gone: ${s.why}`)
const r=on.safeParse(s.value).data
return r?.IPAM.Config?.find(({Subnet:e})=>e!==undefined)?.Subnet}async function usedSubnets(e,n,t){const s=await(0,Ge.kA)(e,{method:"GET",path:"/networks",signal:n})
const r=s.ok?sn.YOg(on).safeParse(s.value).data??[]:[]
const i=r.flatMap(({Name:e,IPAM:n})=>(n.Config??[]).flatMap(({Subnet:n})=>n===undefined?[]:[{cidr:n,by:`network ${e}`}]))
const o=Object.entries(t?(0,p.networkInterfaces)():{}).flatMap(([e,n])=>(n??[]).flatMap(({cidr:n})=>n===null?[]:[{cidr:n,by:`interface ${e}`}]))
return[...i,...o]}var an=t(87155)
const cn=sn.Ikc({Action:sn.YjP(),timeNano:sn.aig(),Actor:sn.Ikc({ID:sn.YjP(),Attributes:sn.g1P(sn.YjP(),sn.YjP())})})
function watchEvents(e,{run:n,since:t,lost:s}){const r=new Map
const of=e=>{const n=r.get(e)
if(n!==undefined)return n
const t={ended:Promise.withResolvers(),outOfMemory:false,killed:false}
r.set(e,t)
return t}
const i=new AbortController
const o={since:String(Math.floor(Date.parse(t)/1e3)-1),filters:JSON.stringify({label:[`com.lucid.run=${n}`],event:["die","kill","oom"]})}
let a=""
const onData=e=>{const n=(a+e.toString()).split("\n")
a=n.pop()??""
for(const e of n)take(e,of)}
const c=(0,Ge.kA)(e,{method:"GET",path:"/events",query:o,signal:i.signal,onData:onData}).then(e=>i.signal.aborted||s(`the engine's event stream ended${e.ok?"":`: ${e.why}`}`),e=>i.signal.aborted||s(e instanceof Error?e.message:String(e)))
return{exitOf:e=>of(e).ended.promise,exitedAs:e=>of(e).exit,[Symbol.asyncDispose]:async()=>{i.abort()
await c}}}function take(e,n){const t=cn.safeParse((0,Ge.Pq)(e))
if(!t.success)return
const{Action:s,timeNano:r,Actor:i}=t.data
const o=n(i.ID)
if(s==="oom")o.outOfMemory=true
if(s==="kill"){o.firstKill??=r
if(i.Attributes.signal==="9")o.killed=true}if(s==="die"){o.exit={exitCode:Number(i.Attributes.exitCode),outOfMemory:o.outOfMemory,...o.firstKill!==undefined&&{stopMs:Math.round((r-o.firstKill)/1e6)},killed:o.killed}
o.ended.resolve(o.exit)}}var dn=t(842)
const un="0A"
function parseListeners(e){return e.split("\n").slice(1).flatMap(e=>{const[,n,,t]=e.trim().split(/\s+/)
const[s,r]=n?.split(":")??[]
if(t!==un||s===undefined||r===undefined)return[]
return[{address:readable(s),port:Number.parseInt(r,16)}]})}function readable(e){const n=Buffer.from(e,"hex")
if(n.length===4)return[...n].reverse().join(".")
for(let e=0;e+4<=n.length;e+=4)n.subarray(e,e+4).reverse()
const t=Array.from({length:8},(e,t)=>n.readUInt16BE(t*2))
if(t.every(e=>e===0))return"::"
if(t.slice(0,7).every(e=>e===0)&&t[7]===1)return"::1"
if(t.slice(0,5).every(e=>e===0)&&t[5]===65535)return[...n.subarray(12)].join(".")
return t.map(e=>e.toString(16)).join(":")}async function listenersOf({pid:e,id:n}){if(e===0)return undefined
try{const t=await(0,f.readFile)(`/proc/${e}/cgroup`,"utf8")
const s=t.includes(n)?t:await(0,f.readFile)(`/proc/${e}/mountinfo`,"utf8")
if(!s.includes(n))return undefined
const r=await Promise.all(["tcp","tcp6"].map(n=>(0,f.readFile)(`/proc/${e}/net/${n}`,"utf8").catch(()=>"")))
return r.flatMap(parseListeners).filter(({address:e})=>e!=="127.0.0.11")}catch{return undefined}}function unstarted(e,n){const t=e?.error??n
const s=e!==undefined&&e.exitCode!==0?{exit:{exitCode:e.exitCode,outOfMemory:e.outOfMemory}}:{}
return{phase:"start",symptoms:{startError:t,...s}}}async function neverReady(e,n,t){if(t.kind==="exited")return{phase:"ready",symptoms:{exit:t.exit}}
const{status:s}=t.last
const r={error:t.why,afterMs:t.afterMs,...s!==undefined&&{status:s},...n.kind==="http"&&{path:n.path},..."port"in n&&{port:n.port}}
return{phase:"ready",symptoms:{probe:r,...await broken_listening(e)}}}async function broken_listening({container:e,reach:n}){const t=n.near?await listenersOf(e):undefined
return{...t&&{listeners:t}}}function broken_ended(e,n){const t=e.exitedAs(n)
return t&&{phase:"stable",symptoms:{exit:t}}}function weakCheck({ok:e,error:n="answers every path"}){return e?undefined:{phase:"ready",symptoms:{probe:{error:n}},guess:n}}function unfound({ok:e,error:n="cannot find what it needs"}){return e?undefined:{phase:"ready",symptoms:{probe:{error:n}},guess:n}}async function closedPort(e,n){const t=n.find(({result:e})=>!e.ok)
if(t===undefined)return undefined
const s={error:t.result.error??"closed",port:t.port}
return{phase:"ready",symptoms:{probe:s,...await broken_listening(e)}}}function unwell({speed:e},{result:n,late:t},s){const{ok:r,error:i="fails"}=n
if(r||t&&e==="emulated")return undefined
const o=`answers its ${s.kind} check, but its own HEALTHCHECK fails: ${i}`
return{phase:"ready",symptoms:{probe:{error:i}},guess:o}}const fn=["changed","added","deleted"]
const ln=sn.YOg(sn.Ikc({Path:sn.YjP(),Kind:sn.aig()})).nullable()
async function changesIn(e,n,t){const s=await(0,Ge.kA)(e,{method:"GET",path:`/containers/${n}/changes`,signal:t})
const r=s.ok?ln.safeParse(s.value).data:undefined
return(r??[]).map(({Path:e,Kind:n})=>({path:e,kind:fn[n]??"changed"}))}const pn=/\/__pycache__(?:\/|$)|\.pyc$|^\/(?:tmp|dev|proc|sys|run\/secrets|etc\/(?:hosts|hostname|resolv\.conf|mtab))(?:\/|$)/
const mn=/^(?:\/|\/(?:app|bin|etc|home|lib|opt|root|run|sbin|srv|usr|usr\/[^/]+|var|var\/[^/]+))$/
function writtenPaths(e){const n=e.filter(({kind:e,path:n})=>e!=="deleted"&&n.startsWith("/"))
const t=new Set(n.map(({path:e})=>s.posix.dirname(e)))
const r=n.filter(({path:e})=>!pn.test(e))
const i=new Set(r.filter(({kind:e})=>e==="added").map(({path:e})=>e))
const o=r.flatMap(({kind:e,path:n})=>{const r=t.has(n)
if(e==="changed"?r:i.has(s.posix.dirname(n)))return[]
return[r||mn.test(s.posix.dirname(n))?n:s.posix.dirname(n)]})
return[...new Set(o)]}async function machineOfEntry(e,n,t){let r=e
for(let e=0;e<5&&r!==undefined;e++){const e=await firstOf(r.includes("/")?[r]:n.split(":").map(e=>s.posix.join(e,r??"")),t)
if(e===undefined)return undefined
const i=(0,Ye.o)(e)
if(i.kind!=="script")return i.kind==="elf"?i.machine:undefined
const[o,...a]=i.interpreter
const c=a.find(e=>!e.startsWith("-")&&!e.includes("="))
r=o!==undefined&&s.posix.basename(o)==="env"?c:o}return undefined}async function firstOf(e,n){for(const t of e){const e=await n(t)
if(e!==undefined)return e}return undefined}const hn=256
async function headOfFile(e,n,t,s){const request=(e,t)=>({...{method:e,path:`/containers/${n}/archive`,query:{path:t},signal:s}})
let r=t
const i=await e(request("HEAD",t)).catch(()=>undefined)
const o=i?.headers["x-docker-container-path-stat"]
if(i!==undefined&&i.status<300&&typeof o==="string"){const{linkTarget:e}=(0,Ge.Pq)(Buffer.from(o,"base64").toString())??{}
if(typeof e==="string"&&e!=="")r=e}else return undefined
let a
let c=Buffer.alloc(0)
const onData=(e,n)=>{c=Buffer.concat([c,e])
a=headIn(c)
if(a!==undefined)n()}
const d=await(0,Ge.kA)(e,{...request("GET",r),onData:onData})
return d.ok?a:undefined}const gn=512
function headIn(e){for(let n=0;e.length>=n+gn;){const t=Number.parseInt(e.toString("latin1",n+124,n+136),8)||0
const s=e.toString("latin1",n+156,n+157)
const r=n+gn
if(s==="x"||s==="g"){n=r+Math.ceil(t/gn)*gn
continue}if(s!=="0"&&s!=="\0")return undefined
const i=r+Math.min(t,hn)
return e.length>=i?e.subarray(r,i):undefined}return undefined}function machineIn({api:e,shared:{machines:n},signal:t},{image:s},r){const i=[s,r.path,r.searchPath,r.workingDir].join("\n")
const o=n.get(i)??architectureOf(e,r,t)
n.set(i,o)
return o}function architectureOf(e,n,t){const{id:r,path:i,searchPath:o,workingDir:a}=n
return machineOfEntry(i,o,n=>headOfFile(e,r,s.posix.resolve(a,n),t))}function mismatch({platform:e},n){const t=e===undefined?undefined:(0,Ye.V)(e)
if(t===undefined||n===undefined||t===n)return undefined
return{phase:"start",symptoms:{architecture:{wanted:t,found:n}}}}const wn=8
function frames_frames(e){let n=Buffer.alloc(0)
let t="stdout"
let s=0
return r=>{n=n.length===0?r:Buffer.concat([n,r])
for(;;){if(s>0){const r=n.subarray(0,s)
if(r.length>0)e(r,t)
s-=r.length
n=n.subarray(r.length)}if(s>0||n.length<wn)return
t=n[0]===2?"stderr":"stdout"
s=n.readUInt32BE(4)
n=n.subarray(wn)}}}const yn=sn.Ikc({Id:sn.YjP()})
const kn=sn.Ikc({ExitCode:sn.aig().nullable()})
const vn=16384
async function runIn(e,n,t,s){const post=(e,n)=>({method:"POST",path:e,body:n,signal:s})
const r={Cmd:t,AttachStdout:true,AttachStderr:true}
const i=await(0,Ge.kA)(e,post(`/containers/${n}/exec`,r))
if(!i.ok)return{exitCode:1,stdout:"",stderr:i.why}
const{Id:o}=yn.parse(i.value)
const a={stdout:"",stderr:""}
const c=frames_frames((e,n)=>{a[n]=(a[n]+e.toString()).slice(-vn)})
const d=await(0,Ge.kA)(e,{...post(`/exec/${o}/start`,{Detach:false,Tty:false}),onData:c})
if(!d.ok)return{exitCode:1,stdout:"",stderr:d.why}
const u=await(0,Ge.kA)(e,{method:"GET",path:`/exec/${o}/json`,signal:s})
if(!u.ok)throw new Ge.OW(u.why)
return{...a,exitCode:kn.parse(u.value).ExitCode??1}}const bn=[["getent","hosts"],["python3","-S","-E","-c","import socket, sys\nfor name in sys.argv[1:]: socket.gethostbyname(name)"],["node","-e","for (const name of process.argv.slice(1)) require('node:dns').lookup(name, (e) => { if (e) throw e })"]]
const $n=new Set([126,127])
async function discover({api:e,container:n,names:t,known:s,timeoutMs:r,signal:i}){const o=`names ${t.join(", ")}`
for(const[s,a]of bn.entries()){const c=AbortSignal.timeout(r)
const d=await runIn(e,n.id,[...a,...t],AbortSignal.any([i,c])).catch(e=>{if(e instanceof Ge.OW)throw e
return undefined})
i.throwIfAborted()
if(d===undefined)break
const{exitCode:u,stdout:f,stderr:l}=d
if(u===0)return{kind:"discovery",target:`${o} (${a[0]})`,ok:true,attempts:s+1}
if($n.has(u))continue
const p=(0,qe.I)((0,Ge.fM)(l)||(0,Ge.fM)(f),200)
const m=`cannot find ${t.join(", ")} by name${p===""?"":`: ${p}`}`
return{kind:"discovery",target:`${o} (${a[0]})`,ok:false,attempts:s+1,error:m}}const a=`${o} (the engine's table; the image has nothing to ask with)`
const c=s===undefined?[]:t.filter(e=>!s.has(e))
return{...{kind:"discovery",target:a,ok:c.length===0,attempts:1},...c.length>0&&{error:`the engine's name server does not know ${c.join(", ")}`}}}const xn=["UNKNOWN","SERVING","NOT_SERVING","SERVICE_UNKNOWN"]
const On={5:"NOT_FOUND: it does not know this service",12:"UNIMPLEMENTED: it has no grpc.health.v1.Health",13:"INTERNAL",14:"UNAVAILABLE",16:"UNAUTHENTICATED"}
async function tryGrpc({service:e=""},n){const s=await Promise.resolve().then(t.t.bind(t,32467,19))
return attempt(n,`no complete answer within ${seconds(n.timeoutMs)}`,async(n,t)=>{const{status:r,code:i,said:o,body:a}=await call(s.connect,grpc_frame(message(e)),n,t)
if(r!==200)return{ok:false,error:`answered ${r} over HTTP/2, wanted gRPC`}
if(i!=="0"){const e=On[i]??`status ${i}`
return{ok:false,error:`answered ${e}${o===""?"":` (${o})`}`}}const c=xn[statusIn(a)]??"a status of its own"
return c==="SERVING"?{ok:true}:{ok:false,error:`answered ${c}, wanted SERVING`}})}const Sn="no gRPC server without TLS answers on this port"
const En=4096
function call(e,n,t,s){return new Promise((r,i)=>{const o=e("http://127.0.0.1",{createConnection:()=>t})
const fail=e=>{o.destroy()
i(e.code?.startsWith("ERR_HTTP2")?new Error(Sn,{cause:e}):e)}
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
if(u>En)fail(new Error("answered more than a health answer can be"))
else c.push(e)})
a.on("close",()=>{const{":status":e,"grpc-status":n="2","grpc-message":t=""}=d
o.destroy()
if(e===undefined)i(new Error(Sn))
else r({status:Number(e),code:String(n),said:String(t).slice(0,200),body:Buffer.concat(c)})})
a.end(n)})}function message(e){const n=Buffer.from(e)
return n.length===0?n:Buffer.concat([Buffer.from([10]),varint(n.length),n])}function varint(e){const n=[]
let t=e
for(;t>127;t>>>=7)n.push(t&127|128)
return Buffer.from([...n,t])}function grpc_frame(e){const n=Buffer.alloc(5)
n.writeUInt32BE(e.length,1)
return Buffer.concat([n,e])}function statusIn(e){const n=e.subarray(5)
return n[0]===8?n[1]??0:0}const Mn=100
const jn=1.1
const jittered=e=>e*(.75+Math.random()/2)
async function untilReady({attempt:e,timing:n,exited:t,signal:s,wanted:r,startedAt:i}){const o=new AbortController
let a
t.then(e=>{a=e
o.abort()})
const c=AbortSignal.any([s,o.signal])
const{deadline:d=Number.POSITIVE_INFINITY}=n
const remaining=()=>i+d-Ue.performance.now()
let u=0
let f=0
let l=0
let p=0
let m
let h=Mn
let g
const failed=(e,n)=>({...{kind:"failed",attempts:u,last:g??n,why:e},afterMs:Math.round(Ue.performance.now()-i)})
for(;;){const t=Ue.performance.now()
const o=Math.max(1,Math.min(n.timeout,remaining()))
const w=await e(c,o)
s.throwIfAborted()
if(a!==undefined)return{kind:"exited",attempts:u,...g!==undefined&&{last:g},exit:a}
u+=1
const y=w.late&&o<n.timeout&&g!==undefined
if(!y)g=w
if(w.ok){l+=1
f+=1
m??=Math.round(Ue.performance.now()-i)
if(f>=(r??n.successes))return{kind:"ready",attempts:u,last:w,readyMs:m}
h=Mn}else{f=0
if(l>0||t-i>=n.startPeriod)p+=1
const e=l>0?`flaps: ${l} of ${u} answers were good; ${w.error}`:w.error
if(p>=Math.max(n.retries,1))return failed(e??"failed",w)}if(remaining()<=0){const e=`not healthy within its deadline of ${seconds(d)}`
return failed(g?.error===undefined?e:`${e}: ${g.error}`,w)}const k=Math.max(0,i+n.startPeriod-Ue.performance.now())
const v=Math.min(n.interval,k>0&&l===0?k:n.interval,Math.max(0,remaining()))
const b=Math.min(jittered(w.ok?h:Math.max(h,w.latencyMs)),v)
await(0,x.setTimeout)(b,undefined,{signal:c}).catch(()=>{})
h=Math.min(h*jn,n.interval)}}async function probeUntil(e,n,{startedAt:t,wanted:s}){const{exited:r,signal:i}=e
const attempt=(t,s)=>once(e,n,s,t)
return untilReady({...{attempt:attempt,timing:n.timing,exited:r,signal:i,startedAt:t},...s!==undefined&&{wanted:s}})}async function once(e,n,t,s){const{api:r,container:i,image:o,reach:a}=e
if(n.kind==="command")return tryCommand(r,i.id,n.command,t,s)
if(n.kind==="healthcheck"){if(o.healthcheck===undefined)return{ok:false,latencyMs:0,error:"the image has no HEALTHCHECK"}
return noted(e,await tryCommand(r,i.id,o.healthcheck.argv,t,s))}const c=i.ports.get(n.port)
if(c===undefined)return{ok:false,latencyMs:0,error:`port ${n.port} is not published`}
const d={port:c,timeoutMs:t,signal:s,reach:a}
switch(n.kind){case"http":return tryHttp(n,d)
case"tcp":return tryTcp(d)
case"grpc":return tryGrpc(n,d)}}async function tryCommand(e,n,t,s,r){const i=Ue.performance.now()
const o=AbortSignal.timeout(Math.ceil(s))
const a=await runIn(e,n,t,AbortSignal.any([r,o])).catch(e=>{if(e instanceof Ge.OW)throw e
return undefined})
const c=Math.round(Ue.performance.now()-i)
if(r.aborted)return{ok:false,latencyMs:c,error:"interrupted"}
if(a===undefined)return{ok:false,latencyMs:c,error:`did not end within ${seconds(s)}`,late:true}
const{exitCode:d,stdout:u,stderr:f}=a
const l=(0,qe.I)((0,Ge.fM)(f)||(0,Ge.fM)(u),200)
if(d===0)return{ok:true,latencyMs:c,exitCode:d,said:l}
return{ok:false,latencyMs:c,exitCode:d,said:l,error:`exit ${d}${l===""?"":`: ${l}`}`}}function noted({healthLog:e},{exitCode:n,said:t="",...s}){e.push({exitCode:n??-1,output:n===undefined?s.error??"":t})
if(e.length>5)e.shift()
return s}function nameOf(e,{container:n,reach:t}){const at=e=>`${t.host}:${n.ports.get(e)}`
switch(e.kind){case"http":return`${e.method} http://${at(e.port)}${e.path}`
case"tcp":return`tcp ${at(e.port)} (port ${e.port})`
case"grpc":return`grpc ${at(e.port)} (port ${e.port})${e.service===undefined?"":` ${e.service}`}`
case"command":return e.command.join(" ")
case"healthcheck":return"HEALTHCHECK"}}function resultOf(e,n,t){const{last:s,attempts:r}=t
const i=t.kind==="exited"?s?.error??"ended before it answered":undefined
const o=t.kind==="failed"?t.why:i
return{...{kind:e.kind,target:nameOf(e,n),ok:t.kind==="ready",attempts:r},..."port"in e&&{port:e.port},...s?.status!==undefined&&{status:s.status},...s!==undefined&&{latencyMs:s.latencyMs},...o!==undefined&&{error:o}}}async function negativeControl(e,n){if(n.kind!=="http"&&n.kind!=="grpc"||!n.negative)return undefined
const t=impossible(n)
const{ok:s,status:r,latencyMs:i}=await once(e,t,n.timing.timeout,e.signal)
const o=n.kind==="http"?`answers every path: one that cannot exist got ${r} and would pass as healthy`:"says SERVING of every service, also of one that cannot exist"
return{...{kind:"negative",target:nameOf(t,e),port:n.port,ok:!s,latencyMs:i,attempts:1},...r!==undefined&&{status:r},...s&&{error:o}}}async function answersStill(e,n){const t={...n.timing,startPeriod:0,retries:Math.min(n.timing.retries,2)}
const{deadline:s,...r}=t
const i={...n,timing:r}
const o=await probeUntil(e,i,{startedAt:Ue.performance.now(),wanted:1})
return{...resultOf(i,e,o),kind:"stable"}}function otherPorts(e,n,t){const{deadline:s,...r}={...t.timing,startPeriod:Math.min(t.timing.startPeriod,5e3)}
const i=tcpPorts(n).filter(e=>!("port"in t)||e!==t.port)
return Promise.all(i.map(async n=>{const t={kind:"tcp",port:n,timing:r}
const s=await probeUntil(e,t,{wanted:1,startedAt:Ue.performance.now()})
return{port:n,result:resultOf(t,e,s)}}))}async function ownHealthcheck(e,{timeoutMs:n,retries:t}){const s={...dn.l,startPeriod:0,timeout:n,retries:Math.min(t,3)}
const r={kind:"healthcheck",timing:s}
const i=await probeUntil(e,r,{wanted:1,startedAt:Ue.performance.now()})
return{result:resultOf(r,e,i),late:i.last?.late===true}}async function tryMember(e,n,t,s){const r=[]
const i=(new Date).toISOString()
const o=Ue.performance.now()
const a=await trial_run(e,n,t,s,r)
const c={...a,startedAt:i,durationMs:Math.round(Ue.performance.now()-o)}
return c.broken===undefined?c:{...c,state:await stateOf(e,n,s,r)}}async function trial_run(e,n,t,s,r){const{api:i,events:o,signal:a,reach:c}=e
const d=await e.shared.starts(()=>(0,Ge.kA)(i,{method:"POST",path:`/containers/${s}/start`,signal:a}))
const u=Ue.performance.now()
const f=await(0,an.aH)(i,s,a)
if(!d.ok||f===undefined)return failed(e,n,f,unstarted(f,d.ok?"its container is gone":d.why))
const l=o.exitOf(s)
const p=mainHealth(n)
const{stable:m}=(p??{timing:dn.l}).timing
const stays=()=>Promise.race([l,(0,x.setTimeout)(m,undefined,{signal:a})])
if(p===undefined){await stays()
const n=broken_ended(o,s)
if(n===undefined)e.onReady("up")
return{probes:[],...n&&{broken:n}}}const h={api:i,container:f,image:t,exited:l,signal:a,reach:c,healthLog:r}
const g=await probeUntil(h,p,{startedAt:u})
const w=resultOf(p,h,g)
if(g.kind!=="ready")return failed(e,n,f,await neverReady(h,p,g),w)
const{readyMs:y}=g
e.onReady(`answers after ${seconds(y)}, in ${w.latencyMs} ms`)
if(n.role!=="subject")return{probes:[w],readyMs:y}
const[k,v,b,$,O]=await Promise.all([negativeControl(h,p),otherPorts(h,n,p),ownCheck(e,h,p),findNeeds(e,n,h),machineIn(e,n,f),stays()])
const S=broken_ended(o,s)
const E=S===undefined?await answersStill(h,p):undefined
const M=S??broken_ended(o,s)??mismatch(n,O)??(k&&weakCheck(k))??($&&unfound($))??await closedPort(h,v)??(b&&unwell(e.shared,b,p))??(E&&silenced(E))
const j=b?.late?"its own HEALTHCHECK did not end in time under emulation, which decides nothing":undefined
const P=g.last.location
const I=j??(P&&`answers ${g.last.status}, a redirect to ${(0,qe.I)(P,200)}, which is not followed`)
return{probes:[w,k,...v.map(({result:e})=>e),b?.result,$,E].filter(e=>e!==undefined),readyMs:y,...I!==undefined&&{note:I},...O!==undefined&&{architecture:O},...M!==undefined&&{broken:M}}}async function failed(e,n,t,s,...r){const{exit:i,startError:o}=s.symptoms
const a=t!==undefined&&(i!==undefined||o!==undefined)
const c=a?await machineIn(e,n,t):undefined
return{probes:r,broken:mismatch(n,c)??s,...c!==undefined&&{architecture:c}}}function mainHealth(e){const[n]=tcpPorts(e)
return e.health??(n===undefined?undefined:{kind:"tcp",port:n,timing:dn.l})}async function ownCheck({shared:e},n,t){const{healthcheck:s}=n.image
if(s===undefined||t.kind==="healthcheck")return undefined
return e.commands(()=>ownHealthcheck(n,s))}async function findNeeds(e,n,{api:t,container:s,signal:r}){const i=n.needs
if(i.length===0)return undefined
const o=await(0,an.Xu)(t,e.run,r)
const a=o.some(e=>e.names!==undefined)
const c=a?new Set(o.filter(e=>e.running).flatMap(e=>e.names??[])):undefined
return e.shared.commands(()=>discover({api:t,container:s,names:i,known:c,timeoutMs:6e4,signal:r}))}function silenced({ok:e,error:n="failed"}){if(e)return undefined
const t=`was healthy, and then was not any more: ${n}`
return{phase:"stable",symptoms:{probe:{error:n}},guess:t}}async function stateOf(e,n,t,s){const r=await(0,an.aH)(e.api,t,e.signal)
const i=r===undefined||!e.reach.near?undefined:await listenersOf(r)
return{inspect:r?.excerpt??{},healthLog:[...r?.healthLog??[],...s].slice(-5),ports:tcpPorts(n).map(e=>{const n=r?.ports.get(e)
const t=i?.filter(({port:n})=>n===e).map(({address:e})=>e)
return{container:e,...n!==undefined&&{published:n},...t!==undefined&&{listens:t.join(", ")||"nothing"}}})}}const Pn={readOnly:false,tmpfs:[],capDrop:[],noNewPrivileges:false}
const In={writable:{lift:{readOnly:false},holds:({readOnly:e})=>e},tmpfs:{lift:{tmpfs:[]},holds:({tmpfs:e})=>e.length>0},capabilities:{lift:{capDrop:[]},holds:({capDrop:e})=>e.length>0},privileges:{lift:{noNewPrivileges:false},holds:e=>e.noNewPrivileges},processes:{lift:{pids:undefined},holds:({pids:e})=>e!==undefined}}
async function retryPlain(e,n,t,s,r){const{hardening:i}=n
if(i===undefined||s.broken===undefined||!mayBeHardening(s,r))return undefined
const o=Object.keys(In).filter(e=>In[e].holds(i))
if(o.length===0)return undefined
const a=i.memory===undefined?{}:{memory:i.memory}
const c=new Map([["plain",{...Pn,...a}]])
for(const e of o)c.set(e,lifted(i,In[e].lift))
const d=await create(e,n,c,t)
const attempt=s=>{const r=d.get(s)
if(r===undefined)throw new Ge.OW(`the container of ${n.name} is gone`)
return tryMember({...e,onReady:()=>{}},n,t,r)}
const{api:u,signal:f}=e
const remove=e=>(0,tn.removeContainers)(u,e.flatMap(e=>d.get(e)??[]),f)
const l=await attempt("plain")
const p=d.get("plain")
if(l.broken!==undefined||p===undefined){await remove([...c.keys()])
return undefined}const m=await changesIn(u,p,f)
const h=await Promise.all(o.map(async e=>(await attempt(e)).broken===undefined?[e]:[]))
await remove(o)
const g=h.flat().flatMap(e=>hardening_inWords(e,i,r,m))
const w=`several at once: ${o.map(e=>An[e](i,r)).join(", ")}`
return{needs:g.length>0?g:[w],trial:l,id:p}}function lifted(e,n){const{pids:t,...s}={...e,...n}
return t===undefined?s:{...s,pids:t}}function mayBeHardening({broken:e,architecture:n},t){if(e===undefined||e.phase==="pull"||e.symptoms.architecture!==undefined)return false
const s={...e.symptoms,log:t}
const r=e.phase==="ready"&&e.guess!==undefined&&/^(?:answers every path|says SERVING of every)/.test(e.guess)
const i=[e.symptoms.startError??"",...t].some(e=>/exec format error/i.test(e))
return!r&&!i&&!ownFault(s)&&(n!==undefined||e.symptoms.exit?.exitCode!==127)}async function create({docker:e,api:n,run:t,labels:s,network:r,signal:i,reach:o},a,c,{healthcheck:d}){const u=`${t}-${(0,k.randomBytes)(3).toString("hex")}`
const f=[...c].map(([e,n])=>({...a,name:e,hardening:n}))
const l={kind:"smoke",labels:s}
const p=composeFile({...{use:l,project:u,parts:f,selfChecked:new Set,address:o.address},network:{name:r.key}})
const m=Object.entries(p.services).map(([e,n])=>[e,{...n,networks:{[r.key]:{aliases:e==="plain"?[a.name]:[]}},...d!==undefined&&{healthcheck:$e}}])
const h={...p,services:Object.fromEntries(m),networks:{[r.key]:{name:r.name,external:true}}}
const g=["compose","--file=-",`--project-name=${u}`,"--progress=quiet","create","--pull=never"]
const{exitCode:w,stderr:y}=await(0,Ge.T1)(e,g,{input:JSON.stringify(h),signal:i})
if(w!==0)throw new Ge.OW(`no container for a second try of ${a.name}: ${(0,Ge.fM)(y)}`)
const v=await(0,an.Xu)(n,t,i)
return new Map(v.filter(e=>e.project===u).map(({service:e,id:n})=>[e,n]))}const An={writable:()=>"a writable root",tmpfs:({tmpfs:e})=>`what the image has in ${e.map(e=>e.split(":")[0]).join(", ")} (hardening.tmpfs hides it)`,capabilities:(e,n)=>{const t=capabilitiesIn(n)
return t.length>0?`the capability ${t.join(", ")}`:"a capability (hardening.cap_drop)"},privileges:()=>"new privileges, as a set-user-ID program has (hardening.no_new_privileges)",processes:({pids:e})=>`more than ${e} processes (hardening.pids)`}
function hardening_inWords(e,n,t,s){if(e!=="writable")return[An[e](n,t)]
const r=[...new Set([...writesTo(t),...writtenPaths(s)])]
const i=r.filter(e=>!r.some(n=>n!==e&&e.startsWith(`${n}/`)))
return i.length===0?[An.writable(n,t)]:i.slice(0,8).map(e=>`writable ${e}`)}const Tn=[[/chown|changing ownership/i,"CHOWN"],[/set(?:res|re|e)?uid|seteuid|switch(?:ing)? (?:to )?user|failed to (?:change|set) user/i,"SETUID"],[/set(?:res|re|e)?gid|setgroups|initgroups/i,"SETGID"],[/bind/i,"NET_BIND_SERVICE"],[/raw socket|icmp|ping/i,"NET_RAW"],[/chmod|utime/i,"FOWNER"],[/setrlimit|prlimit/i,"SYS_RESOURCE"]]
function capabilitiesIn(e){const isRefusal=e=>/operation not permitted|EPERM|permission denied/i.test(e)
const n=e.filter((n,t)=>e.slice(t,t+3).some(isRefusal))
return Tn.filter(([e])=>n.some(n=>e.test(n))).map(([,e])=>e)}const _n=sn.Ikc({cpu_stats:sn.Ikc({cpu_usage:sn.Ikc({total_usage:sn.aig()})})})
const Cn=300
const Rn=.05
async function untilIdle({api:e,id:n,wanted:t,signal:s}){let r
for(;;){await(0,x.setTimeout)(Cn,undefined,{signal:s})
const i=t()?await processorMs(e,n,s):undefined
const o=Ue.performance.now()
if(i!==undefined&&r!==undefined&&(i-r.ms)/(o-r.at)<Rn)return
r=i===undefined?undefined:{ms:i,at:o}}}async function processorMs(e,n,t){const s={stream:"false","one-shot":"true"}
const r=await(0,Ge.kA)(e,{method:"GET",path:`/containers/${n}/stats`,query:s,signal:t})
const i=r.ok?_n.safeParse(r.value).data:undefined
return i===undefined?undefined:i.cpu_stats.cpu_usage.total_usage/1e6}var Nn=t(78474)
var Dn=t(80481)
var Ln=t(57075)
const Bn=2e3
const Fn=4e3
const Hn=/^(\d{4}-\d\d-\d\dT[\d:.]+Z) ?(.*)$/s
async function saveLog(e,n,t,r){const i=[]
const open=()=>{const e=new Ln.PassThrough
const n=(0,Dn.createInterface)({input:e,crlfDelay:Number.POSITIVE_INFINITY})
let t=""
n.on("line",e=>{const[,n,s]=Hn.exec(e)??[]
if(n!==undefined)t=n
i.push({time:t,text:(s??e).slice(0,Fn)})})
return{input:e,read:(0,Nn.once)(n,"close")}}
const o={stdout:open(),stderr:open()}
const a={stdout:"1",stderr:"1",timestamps:"1",tail:String(Bn)}
const c=frames_frames((e,n)=>o[n].input.write(e))
await(0,Ge.kA)(e,{method:"GET",path:`/containers/${n}/logs`,query:a,onData:c})
for(const{input:e}of Object.values(o))e.end()
await Promise.all(Object.values(o).map(({read:e})=>e))
if(i.length===0)return{lines:[]}
i.sort((e,n)=>e.time<n.time?-1:e.time>n.time?1:0)
const d=(0,s.join)(t,`${r}.log`)
await(0,f.writeFile)(d,i.map(({time:e,text:n})=>`${e} ${(0,qe.I)(n,Fn)}\n`).join(""))
return{file:d,lines:i.flatMap(({text:e})=>(0,qe.v)(e))}}const Un=128*2**20
function turns({slots:e,memory:n}){const t=[]
let s=0
let r=0
const letIn=e=>{s+=1
r+=e
const n=turns_once(()=>{s-=1
next()})
const t=turns_once(()=>{r-=e
next()})
return{tried:n,gone:()=>{n()
t()}}}
const next=()=>{for(;;){const i=t.findIndex(({memory:t})=>s===0||s<e&&r+t<=n)
const[o]=i<0?[]:t.splice(i,1)
if(o===undefined)return
o.enter(letIn(o.memory))}}
return{enter:e=>new Promise(n=>{t.push({memory:e,enter:n})
next()}),crowded:()=>t.length>0}}function turns_once(e){let n=false
return()=>{if(n)return
n=true
e()}}async function perform(e,n,{needs:t,isReady:s,dependents:r}){const{api:i,outcomes:o,here:a,ids:c,signal:d,tell:u}=e
const{name:f}=n
const l=(await t).find(e=>e!==undefined)
if(o.has(f))return
if(l!==undefined){o.set(f,{kind:"unknown",why:`not started: ${l}`})
return}const p=await e.turns.enter(n.hardening?.memory??Un)
const m=new AbortController
try{d.throwIfAborted()
const[t,l]=[a.get(f),c.get(f)]
if(t===undefined||l===undefined)throw new Ge.OW(`the container of ${f} is gone`)
u(n,"started","starting")
const h=AbortSignal.any([d,m.signal])
untilIdle({api:i,id:l,wanted:e.turns.crowded,signal:h}).then(p.tried,()=>{})
const onReady=e=>{m.abort()
p.tried()
s()
u(n,"update",e)}
const g=await tryMember({...e,onReady:onReady},t.member,t.image,l)
if(g.broken===undefined){p.tried()
await r
o.set(f,await finish(e,n,{trial:g,id:l}))
return}await stop(e,l,Gn)
const w=await saveLog(e.api,l,e.logFolder,f)
const y=await retry(e,n,{trial:g,log:w})
if(y===undefined){o.set(f,{kind:"tried",trial:g,log:w,...exitOf(e,l)})
return}p.tried()
if(n.policy?.hardening==="advisory"){s()
await r}const k=await finish(e,n,y)
o.set(f,{...k,needs:y.needs,log:w})}finally{m.abort()
p.gone()}}async function retry(e,n,{trial:t,log:s}){const r=e.here.get(n.name)
if(r===undefined||n.role==="external")return undefined
return retryPlain(e,r.member,r.image,t,s.lines)}const Gn=1
async function finish(e,n,{trial:t,id:s}){const{stopGracePeriod:r}=n.health?.timing??dn.l
const i=t.broken??broken_ended(e.events,s)
await stop(e,s,Math.max(1,Math.ceil(r/1e3)))
const o=await saveLog(e.api,s,e.logFolder,n.name)
return{kind:"tried",trial:{...t,...i&&{broken:i}},log:o,...exitOf(e,s)}}const exitOf=({events:e},n)=>{const t=e.exitedAs(n)
return t===undefined?{}:{exit:t}}
async function stop({api:e,events:n,signal:t},s,r){const i={t:String(r)}
const o=await(0,Ge.kA)(e,{method:"POST",path:`/containers/${s}/stop`,query:i,signal:t})
if(o.ok)await Promise.race([n.exitOf(s),(0,x.setTimeout)(500,undefined,{signal:t})])}const Yn=/not found|manifest unknown|no matching manifest|does not provide|no match for platform/i
const Wn=/unauthorized|denied|forbidden/i
async function pull(e,n){const{docker:t,api:s,platform:r,images:i,signal:o}=n
if(i==="present")return check(s,e,o)
const a=e.platform
if(a!==undefined&&/@sha256:/.test(e.image)){const n=await check(s,e,o)
if(n.kind==="here")return n}let c=""
for(let n=1;n<=3;n++){const r=["pull","--quiet",...a===undefined?[]:[`--platform=${a}`],"--",e.image]
const{exitCode:i,stderr:d}=await(0,Ge.T1)(t,r,{signal:o})
if(i===0)return check(s,e,o)
c=(0,Ge.fM)(d)
if(Yn.test(c)||Wn.test(c))break
await(0,x.setTimeout)(1e3*2**(n-1),undefined,{signal:o})}if(Yn.test(c)&&a===undefined)return pull({...e,platform:r},n)
if(Yn.test(c)&&!Wn.test(c))return{kind:"wrong",why:`not in the registry for ${a??r}: ${e.image}`}
return{kind:"unknown",why:`cannot pull ${e.image}: ${c.replace(/^Error response from daemon: /,"")}`}}async function check(e,n,t){const s=await(0,an.mm)(e,n.image,t)
if(s===undefined)return{kind:"unknown",why:`the engine does not have ${n.image}`}
const{platform:r}=n
if(r!==undefined&&r.split("/",2).join("/")!==s.platform)return{kind:"wrong",why:`wrong architecture: the image is for ${s.platform}, wanted ${r}`}
return{kind:"here",member:{...n,platform:r??s.platform},image:s}}var Vn=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,r
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var qn=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function runStack(e){const{docker:n,api:t,members:s,reach:r=(0,He.reachHost)("127.0.0.1")}=e
const i=`lucid-smoke-${(0,k.randomBytes)(5).toString("hex")}`
const o=new Map
const a=new AbortController
const c=AbortSignal.any([e.signal,a.signal])
let d=e.network
let u=false
let f=[]
try{const f=await(0,an.Ty)(t,c)
const l=await pullAll({...e,signal:c},o)
const p=[...l.values()].map(({member:e})=>e)
if(p.length>0){const m={stack:[],error:void 0,hasError:false}
try{const h=Vn(m,watchEvents(t,{...{run:i,since:f.time},lost:e=>a.abort(new Ge.OW(e))}),true)
const g=new Set([...l].filter(([,{image:e}])=>e.healthcheck).map(([e])=>e))
u=true
const w=(0,tn.labelsOf)((0,tn.ownerOf)(i))
const y=await createStack({...{docker:n,api:t,signal:c,composePath:e.composePath,near:r.near},stack:{...{use:{kind:"smoke",labels:w},project:i,network:e.network,parts:p},...{selfChecked:g,address:r.address}}})
d=y.network
for(const[e,n]of y.refused)o.set(e,brokenAt("start",{startError:n}))
const k=new Map((await(0,an.Xu)(t,i,c)).map(({service:e,id:n})=>[e,n]))
const v=(0,Ye.V)(e.platform)===f.machine?"native":"emulated"
const b={machines:new Map,commands:(0,$.A)(f.cpus),starts:(0,$.A)(f.cpus),speed:v}
const x={...{docker:n,api:t,run:i,labels:w,signal:c,events:h,reach:r,shared:b,outcomes:o,here:l,ids:k},...{members:s,logFolder:e.logFolder,tell:e.tell},network:{key:e.network.name,name:`${i}_${e.network.name}`},turns:turns(limitsOf(f,v,e.maxParallel))}
await performAll(x,a)}catch(e){m.error=e
m.hasError=true}finally{const e=qn(m)
if(e)await e}}}catch(n){const t=explain(n,e.signal)
if(t===undefined)throw n
for(const{name:e}of s)if(!o.has(e))o.set(e,{kind:"unknown",why:t})}finally{if(u)f=await(0,tn.removeRun)(t,i).catch(e=>stack_lost(e,i))}return{network:d,outcomes:o,created:u,leftovers:f}}const zn=.8
function limitsOf({cpus:e,memory:n},t,s){const r=s??e*(t==="native"?4:2)
return{slots:Math.max(r,1),memory:n*zn}}async function performAll(e,n){const{api:t,ids:s,members:r,signal:i}=e
const o=new Map(r.map(({name:e})=>[e,Promise.withResolvers()]))
const a=new Map(r.map(({name:e})=>[e,Promise.withResolvers()]))
const c=r.map((c,d)=>{const{name:u}=c
const f=r.slice(d+1).filter(({needs:e})=>e.includes(u))
const l=perform(e,c,{needs:Promise.all(c.needs.map(e=>o.get(e)?.promise)),isReady:()=>o.get(u)?.resolve(undefined),dependents:Promise.all(f.map(e=>a.get(e.name)?.promise))}).catch(e=>{n.abort(e)
throw e}).finally(()=>{o.get(u)?.resolve(`${u}, which it needs, is not ready`)
a.get(u)?.resolve()})
const p=s.get(u)
return l.then(()=>p===undefined?[]:(0,tn.removeContainers)(t,[p],i).catch(()=>[]))})
const d=await Promise.allSettled(c)
i.throwIfAborted()
const u=d.find(e=>e.status==="rejected")
if(u!==undefined)throw u.reason}function brokenAt(e,n,t){const s={phase:e,symptoms:n,...t!==undefined&&{guess:t}}
return{kind:"tried",trial:{probes:[],broken:s}}}const Kn=new Set(["ENOSPC","EDQUOT","EROFS"])
function explain(e,n){if(n.aborted)return n.reason instanceof DOMException&&n.reason.name==="TimeoutError"?"smoke took too long":"interrupted"
if(e instanceof Ge.OW)return`no answer from the engine: ${e.message}`
const{code:t,message:s}=e
return t!==undefined&&Kn.has(t)?`this machine's disk: ${s}`:undefined}function stack_lost(e,n){if(!(e instanceof Ge.OW))throw e
return[`all of ${n}`]}const Jn=4
async function pullAll(e,n){const t=(0,$.A)(Jn)
const s=new Map
const r=e.members.map(n=>t(async()=>({member:n,pulled:await pull(n,e)})))
for(const{member:e,pulled:t}of await Promise.all(r)){const{name:r}=e
if(t.kind==="here")s.set(r,t)
else if(t.kind==="wrong")n.set(r,brokenAt("pull",{startError:t.why},t.why))
else n.set(r,{kind:"unknown",why:t.why})}return s}const Xn=30*6e4
async function smoke_smoke(e){const{plan:n,images:t,api:r,outDir:i,options:o={}}=e
const a=Ue.performance.now()
const c=AbortSignal.timeout(o.deadlineMs??Xn)
const d=AbortSignal.any([c,...e.signal?[e.signal]:[]])
await(0,f.mkdir)(i,{recursive:true})
if(t.length>0)await(0,tn.removeLeftovers)(r,d).catch(whenNobodyAnswers)
const u=[...new Set(t.map(({platform:e})=>e))]
const l=[]
let p=n.network
const m=[]
const h=[]
for(const n of u){const t=(0,s.join)(i,composeName(n,u))
const r=await onPlatform({...e,options:o,signal:d},n,u.length>1,t)
l.push(...r.rows)
p=r.network??p
if(r.created)m.push(t)
h.push(...r.leftovers)}const[g]=m
return{...{kind:"lucid.smoke",version:1,revision:n.source.revision,network:p},services:t.flatMap(e=>l.filter(n=>n.service===e.service&&n.platform===e.platform)),...g!==undefined&&{composeFile:g},...h.length>0&&{leftovers:h},durationMs:Math.round(Ue.performance.now()-a)}}function composeName(e,n){return e===n[0]?"compose.smoke.yml":`compose.smoke.${e.replaceAll("/","-")}.yml`}function whenNobodyAnswers(e){if(!(e instanceof Ge.OW)&&!(e instanceof DOMException))throw e}async function onPlatform(e,n,t,r){const{plan:i,docker:o,api:a,options:c,outDir:d,progress:u,signal:l}=e
const{members:p,bystanders:m}=lineup(i,e.images,n,e.supporting)
const subject=e=>t?`${e} ${n}`:e
const h=m.map(({image:e,verdict:t,reason:s})=>({...{service:e.service,platform:n,ref:members_pinned(e),digest:e.digest},...{verdict:t,reason:s,probes:[]}}))
if(p.length===0)return{rows:h,created:false,leftovers:[]}
const g=(0,s.join)(d,"logs",t?n.replaceAll("/","-"):"")
await(0,f.mkdir)(g,{recursive:true})
const{mirrored:w=e=>e}=c
const{network:y,outcomes:k,created:v,leftovers:b}=await runStack({...{docker:o,api:a,platform:n,network:i.network,signal:l,composePath:r,logFolder:g},members:p.map(e=>e.role==="external"?{...e,image:w(e.image)}:e),...{maxParallel:c.maxParallel,reach:c.reach,images:c.images??"pull"},tell:(e,n,t)=>u({stage:"smoke",subject:subject(e.name),state:n,text:t})})
for(const e of p){if(e.role!=="subject")continue
const t=judge(e,n,k.get(e.name))
const s=t.verdict==="healthy"?"healthy":t.failure?.guess??t.reason??t.verdict
u({stage:"smoke",subject:subject(e.name),state:t.verdict==="healthy"?"done":"failed",text:s})
h.push(t)}return{rows:h,network:y,created:v,leftovers:b}}var Zn=t(99643)
function junitXml({services:e,revision:n,network:t,durationMs:s}){const r=[...new Set(e.map(({platform:e})=>e))]
const i=r.map(s=>{const r=e.filter(e=>e.platform===s)
const i=Object.entries({revision:n,platform:s,network:t.name,subnet:t.subnet})
return[`<testsuite${attributes({name:`smoke ${s}`,...counts(r),time:junit_time(sum(r))})}>`,`<properties>${i.map(([e,n=""])=>`<property${attributes({name:e,value:n})}/>`).join("")}</properties>`,...r.map(testCase),"</testsuite>"].join("\n")})
const{tests:o,failures:a,errors:c}=counts(e)
const d=attributes({name:"lucid smoke",time:junit_time(s),tests:o,failures:a,errors:c})
return`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${d}>\n${i.join("\n")}\n</testsuites>\n`}const sum=e=>e.reduce((e,{readyMs:n=0})=>e+n,0)
const junit_time=e=>(e/1e3).toFixed(3)
function counts(e){const count=n=>e.filter(e=>e.verdict===n).length
return{tests:e.length,failures:count("unhealthy"),errors:count("unknown"),skipped:count("skipped")}}function testCase(e){const{service:n,platform:t,verdict:s,reason:r,failure:i,readyMs:o=0}=e
const a=`<testcase${attributes({name:(0,Zn.X5)(e),classname:`smoke.${t}.${n}`,time:junit_time(o)})}`
const c=i===undefined?"":`<system-out>${junit_text(i.log.join("\n"))}</system-out>`
switch(s){case"healthy":return r===undefined?`${a}/>`:`${a}><system-out>${junit_text(r)}</system-out></testcase>`
case"skipped":return`${a}><skipped>${junit_text(r??"")}</skipped></testcase>`
case"unknown":return`${a}><error${attributes({type:"unknown",message:r??"no answer"})}/></testcase>`
case"unhealthy":{const n=attributes({type:i?.phase??"ready",message:i?.guess??"unhealthy"})
return`${a}><failure${n}>${junit_text((0,Zn.f7)(e))}</failure>${c}</testcase>`}}}function attributes(e){return Object.entries(e).map(([e,n])=>` ${e}="${junit_text(String(n)).replace(/[\t\n\r]/g,e=>`&#${e.charCodeAt(0)};`)}"`).join("")}function junit_text(e){return e.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,"").replace(/[&<>"']/g,e=>`&#${e.charCodeAt(0)};`)}async function writeSmoke(e,n){const t=new Set(n.services.map(({platform:e})=>e)).size>1
const r=await Promise.all(n.services.map(n=>withDiagnosis(e,n,t)))
const i={...n,services:r}
await(0,R.f8)(s.join(e,"smoke.junit.xml"),junitXml(i))
await(0,R.ft)(e,i)
return i}async function withDiagnosis(e,n,t){if(n.failure===undefined)return n
const r=s.join(e,"logs",t?n.platform.replaceAll("/","-"):"")
const i=await(0,R.f8)(s.join(r,`${n.service}.diagnosis.txt`),`${(0,Zn.f7)(n)}\n`)
return{...n,failure:{...n.failure,file:i}}}var Qn=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,r
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var et=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function stages_smoke_smoke(e,n){const t=(0,H.cs)(e,n)
const s=await planFor(e,n,t,"to-run")
const r=await smokeBuilt(e,n,t,s,await buildFromRegistry(s,t))
await leaveNotes(r.services.filter(({verdict:e})=>e!=="skipped"),"tried",s,n)
return r}async function smokeBuilt(e,n,t,s,r){const i={stack:[],error:void 0,hasError:false}
try{const o=r.images.flatMap(({service:e,platform:n,contentRef:t,digest:s})=>s===undefined?[]:[{service:e,platform:n,ref:t,digest:s}])
const a=o.filter(({service:e})=>s.selected.includes(e))
const c={reason:"smoke is off"}
const d=e.smoke==="off"?()=>c:await proven(e,s,a,t)
const u=a.filter(e=>d(e)===undefined)
const f=a.flatMap(e=>skipped(e,d(e)))
const l=Qn(i,await openFor(u,e,n),true)
const p=await smoke_smoke({...{plan:s,images:u,supporting:o.filter(e=>!u.includes(e))},...{docker:l.docker,api:l.api,progress:n.progress,signal:n.signal,outDir:e.out},options:{reach:l.reach,...e.maxParallel!==undefined&&{maxParallel:e.maxParallel},mirrored:e=>t.mirrored(e)}})
const order=e=>a.findIndex(({service:n,platform:t})=>n===e.service&&t===e.platform)
const m=[...onRunner(p.services,n),...f]
const h={...p,services:m.sort((e,n)=>order(e)-order(n))}
const g=await writeSmoke(e.out,h)
await recordProofs(p.services,s,n)
return g}catch(e){i.error=e
i.hasError=true}finally{const e=et(i)
if(e)await e}}async function openFor(e,n,{docker:t,exec:s,env:r,signal:i}){if(e.length===0)return{...{docker:t,api:(0,Le.Q)("",r),reach:(0,He.reachHost)("127.0.0.1")},[Symbol.asyncDispose]:async()=>{}}
const o={host:n.dockerHost,context:n.dockerContext}
const a=await(0,Be.openEngine)(t,o,{env:r,signal:i,reachHost:He.reachHost})
try{await(0,Fe.requireCompose)({...a,exec:s,env:r,signal:i})
return a}catch(e){await a[Symbol.asyncDispose]()
throw e}}async function recordProofs(e,{source:n,services:t},s){const{event:r,revision:i}=n
if(r.kind==="pull_request"&&r.fork)return
const o=(0,H.cs)({mirror:new Map},s)
const a=await Promise.all(e.map(async({service:e,digest:n,verdict:s})=>{const r=t.find(({name:n})=>n===e)?.image
if(r===undefined||s!=="healthy"&&s!=="unhealthy")return undefined
return(0,U.E4)(o,r,{digest:n,verdict:s,revision:i}).then(()=>undefined,e=>e.message.split("\n",1)[0])}))
const c=a.filter(e=>e!==undefined)
if(c.length>0&&!s.signal.aborted)s.log(`smoke of ${c.length} could not be recorded in the registry (${c[0]}): hand smoke.json on to publish`)}async function proven({smoke:e},n,t,s){if(e==="all")return()=>undefined
const r=new Map
await Promise.all(t.map(async({service:e,digest:t})=>{const i=n.services.find(({name:n})=>n===e)?.image
const o=i===undefined?undefined:await(0,U.r$)(s,i,t)
if(o?.verdict==="healthy")r.set(`${e} ${t}`,o.revision)}))
const i=n.services.filter(({name:e})=>t.some(n=>n.service===e&&!r.has(`${e} ${n.digest}`)))
const o=e==="dependents"?new Set((0,De.h)(n.services,i,()=>[]).map(({name:e})=>e)):undefined
return({service:e,digest:n})=>{const t=o?.has(e)?undefined:r.get(`${e} ${n}`)
if(t===undefined)return undefined
return{reason:`these very bytes passed smoke before, for ${t.slice(0,12)}`,passedBefore:t}}}function skipped(e,n){if(n===undefined)return[]
const{service:t,platform:s,ref:r,digest:o}=e
const a={service:t,platform:s,ref:`${(0,i._)(r)}@${o}`,digest:o}
return[{...a,verdict:"skipped",...n,probes:[]}]}async function run_run(e,n,s){const r=n.now()
const i=(0,H.cs)(e,n)
const o=e.smoke==="off"?"to-build":"to-run"
const{plan:a,findings:c,skipped:d,selected:u}=await(0,B.planAndLint)(e,n,i,o,"all")
let f={plan:a}
try{f={...f,lint:await writeLint(e.out,c,u,{skipped:d})}
void Promise.all([t.e(3091),t.e(3781)]).then(t.bind(t,83781))
const r=await aheadOf(a,i,s)
const o=publishAhead(e,n,i,a,r.published).catch(()=>undefined)
const l=await buildPlan(e,n,i,a,r).finally(async()=>{const e=await o
if(e!==undefined)f={...f,publish:e}})
f={...f,build:l}
const p=await smokeBuilt(e,n,i,a,l)
f={...f,smoke:p}
const m=await publishBuilt(e,n,i,a,l,p,await o)
f={...f,publish:m}}catch(t){await writeReport(e,n,{...f,plan:a}).catch(()=>undefined)
throw t}f={...f,durationMs:Math.round(n.now()-r)}
return{...f,report:await writeReport(e,n,{...f,plan:a})}}const nt=sn.Ikc({Name:sn.YjP(),ServerVersion:sn.YjP(),OSType:sn.YjP(),Architecture:sn.YjP()})
const tt={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
async function hostInfo(e,n){const t=await(0,Ge.kA)(e,{method:"GET",path:"/info",signal:n})
if(!t.ok)throw new Ge.OW(t.why)
const s=nt.safeParse(t.value).data
if(s===undefined)throw new Ge.OW("what answers is no Docker engine")
const r=tt[s.Architecture]??s.Architecture
return{name:s.Name,engine:s.ServerVersion,platform:`${s.OSType}/${r}`}}const st=sn.Ikc({Id:sn.YjP(),RepoDigests:sn.YOg(sn.YjP()).nullish(),Created:sn.YjP().nullish(),Config:sn.Ikc({Labels:sn.g1P(sn.YjP(),sn.YjP()).nullish()}).nullish()})
const rt="org.opencontainers.image.revision"
async function lookOnHost(e,n,t){const{service:s,platform:r,ref:i,image:o,facts:a}=n
const c={service:s,platform:r,ref:i}
const d=a&&{published:known(a.indexDigest??a.digest,a.labels[rt],a.created)}
for(const n of a===undefined?[]:[a.indexDigest,a.digest]){const s=n===undefined?undefined:await inspect(e,`${o}@${n}`,t)
if(s!==undefined&&n!==undefined)return{...c,...d,state:"present",here:known(n,labelOf(s),s.Created)}}const u=await inspect(e,i,t)
const f=u?.RepoDigests?.map(e=>e.split("@")[1]).find(e=>e!==undefined)
const l=u&&f!==undefined?{here:known(f,labelOf(u),u.Created)}:undefined
const p=a===undefined?"unpublished":l===undefined?"absent":"old"
return{...c,...d,...l,state:p}}const labelOf=({Config:e})=>e?.Labels?.[rt]
function known(e,n,t){return{digest:e,...n!==undefined&&{revision:n},...t&&{created:t}}}async function inspect(e,n,t){const s=await(0,Ge.kA)(e,{method:"GET",path:`/images/${n}/json`,signal:t})
return s.ok?st.safeParse(s.value).data:undefined}var it=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,r
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var ot=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function verifyHost(e,n){const t={stack:[],error:void 0,hasError:false}
try{const r=n.now()
const i=(0,H.cs)(e,n)
const o=await(0,H.O_)(e,n)
const{signal:a,progress:c}=n;(0,F.F)(e.platform,o.services)
const d=await(0,H.oD)(e,(0,le.O)(o.root,n),n)
const u=(0,L.Z)(o,{services:e.service,phases:e.phase})
const f={host:e.dockerHost,context:e.dockerContext}
const l=it(t,await(0,Be.openEngine)(n.docker,f,{env:n.env,signal:a,reachHost:He.reachHost}),true)
await(0,Fe.requireCompose)({...n,...l})
const p=await hostInfo(l.api,a)
const m=(0,F.i)(e.platform)
const h=m.length>0?m:[p.platform]
const floating=e=>(0,Z.T)(e,{...d,event:{kind:"push",branch:d.defaultBranch??"main"}},o).floating[0]
const look=async(e,n)=>{const t=floating(e)
if(t===undefined||!e.platforms.includes(n))return undefined
const s=`${e.image}:${t}`
const r=await i.imageFacts(s,n)
return lookOnHost(l.api,{service:e.name,platform:n,ref:s,image:e.image,facts:r},a)}
const g=(await Promise.all(o.services.flatMap(e=>h.map(n=>look(e,n))))).filter(e=>e!==undefined)
const w=new Set(u.map(({name:e})=>e))
const y=g.filter(({service:e})=>w.has(e))
const runnable=e=>e.flatMap(({service:e,platform:n,ref:t,here:s})=>s===undefined?[]:[{service:e,platform:n,ref:t,digest:s.digest}])
const k={...{kind:"lucid.plan",version:1,root:o.root,source:d,project:o.project},...{network:o.network,phases:o.phases,services:o.services,planned:o.planned},...{externals:o.externals,selected:[...w],images:[],tags:{},waves:[],matrix:{include:[]}}}
const v=s.join(e.out,"host")
const b=await smoke_smoke({...{plan:k,docker:l.docker,api:l.api,progress:c,signal:a,outDir:v},images:runnable(y),supporting:runnable(g.filter(({service:e})=>!w.has(e))),options:{...{images:"present",reach:l.reach,mirrored:e=>i.mirrored(e)},...e.maxParallel!==undefined&&{maxParallel:e.maxParallel}}})
const $={...{kind:"lucid.verify-host",version:1,host:p,images:y},smoke:await writeSmoke(v,b),durationMs:Math.round(n.now()-r)}
await(0,R.ft)(e.out,$)
return $}catch(e){t.error=e
t.hasError=true}finally{const e=ot(t)
if(e)await e}}}),27387:((e,n,t)=>{t.d(n,{Nh:()=>entrypointFilled,Np:()=>runs,VR:()=>userVerdict,ix:()=>megabytes,l2:()=>checkConfig,sz:()=>expanded})
var s=t(65231)
const r="org.opencontainers.image.revision"
function checkConfig(e,n,t,s,{platform:i,outcome:o}){const{verify:a,ports:c}=t
e.add("platform",{ok:n.platform===i,expected:i,actual:n.platform})
if(a.user!==undefined)e.add("user",userVerdict(a.user,n.user))
for(const t of a.labels)e.add("labels",{name:`label ${t}`,...filled(n.labels[t])})
e.add("revision",revisionVerdict(n.labels[r],s,o))
e.add("labels-expanded",{name:"labels expanded",...expanded(n.labels)})
if(a.maxSize===undefined)e.skip("size","the catalog sets no verify.max_size")
else e.add("size",sizeVerdict(a.maxSize,n.size))
for(const{container:t,protocol:s}of c){const r=`${t}/${s}`
const i=n.exposedPorts.includes(r)
e.add("port",{name:`port ${r}`,ok:i,expected:"exposed",actual:n.exposedPorts.join(", ")})}}const runs=({ports:e,health:n})=>e.length>0||n!==undefined
function entrypointFilled(e,{entrypoint:n,command:t}){e.add("entrypoint",filled((n??t)?.join(" ")))}function filled(e){return{ok:e!==undefined&&e.trim()!=="",expected:"filled",actual:e}}function userVerdict(e,n){const t=e.includes(":")?n:n?.split(":")[0]
return{ok:t===e,expected:e,actual:n??"root"}}function revisionVerdict(e,{revision:n},t){return t==="built"?{ok:e===n,expected:n,actual:e}:filled(e)}function expanded(e){const n=Object.entries(e).filter(([,e])=>/\$[{(A-Za-z_]/.test(e))
return{ok:n.length===0,expected:"no $ left",actual:(0,s.H)(n.map(([e,n])=>`${e}=${n.slice(0,200)}`))}}const megabytes=e=>`${(e/1e6).toFixed(1)} MB`
function sizeVerdict(e,n){return{ok:n<=e,expected:`at most ${megabytes(e)}`,actual:megabytes(n)}}}),65231:((e,n,t)=>{t.d(n,{H:()=>few,v:()=>Verdicts})
var s=t(83529)
class Verdicts{#ne
#te=[]
#se=new Map
constructor({checks:e={}}){this.#ne=e}wants(e){if(this.#ne[e]!=="off")return true
this.skip(e,"switched off in the catalog")
return false}isSet(e){return Object.hasOwn(this.#ne,e)}add(e,{name:n=e,ok:t,expected:r,actual:i}){if(!this.wants(e))return
const o=this.#ne[e]??s.a.find(n=>n.id===e)?.level
const a=i===undefined||i===""?"none":i
this.#te.push({id:e,name:n,ok:t,expected:r,actual:a,...o==="warning"&&{level:o}})}skip(e,n){if(!this.#se.has(e))this.#se.set(e,{id:e,reason:n})}get checks(){return this.#te}get unchecked(){return[...this.#se.values()]}}function few(e,n=5){const t=e.length-n
return t>0?`${e.slice(0,n).join(", ")} and ${t} more`:e.join(", ")}})}
