export const id=3680
export const ids=[3680]
export const modules={99181:((e,t,s)=>{s.d(t,{Ct:()=>parseSshKeys,b6:()=>f,cB:()=>startSshAgent,oG:()=>stopSshAgent})
var n=s(51455)
var o=s(48161)
var i=s(76760)
var r=s(96251)
var a=s(44853)
var u=s(85465)
var c=s(16496)
var l=s(48403)
const f="ssh-agent"
function parseSshKeys(e){const t=/-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----\r?\n[\s\S]*?-----END \1-----/g
const s=e.match(t)??[]
if(s.length>0&&e.replace(t,"").trim()==="")return s
throw new u.yo({code:"options/ssh-keys",message:s.length===0?"ssh-keys contains no private key":"ssh-keys contains other text than private keys",why:"a key starts with a line `-----BEGIN ... PRIVATE KEY-----` and ends with `-----END ... PRIVATE KEY-----`",fix:"set the secret to the whole content of the key file, with its line breaks; put several keys below each other"})}async function startSshAgent(e){const t=await(0,n.mkdtemp)((0,i.join)((0,o.tmpdir)(),"lucid-agent-"))
const s=(0,i.join)(t,"agent")
const{exitCode:c,stdout:d,stderr:p}=await(0,a.m)(["ssh-agent","-s","-a",s]).catch(async e=>{await(0,n.rm)(t,{recursive:true,force:true})
throw notStarted(e.message,e)})
const m=Number(/SSH_AGENT_PID=(\d+)/.exec(d)?.[1])
if(c!==0||!(m>1)){await(0,n.rm)(t,{recursive:true,force:true})
throw notStarted(p.trim())}(0,l.lZ)(()=>(0,r.LZ)(f,JSON.stringify({pid:m,folder:t})))
process.env.SSH_AUTH_SOCK=s
const h=await Promise.all(e.map((t,s)=>addKey(t,`${s+1} of ${e.length}`)))
const g=h.filter(e=>e!==undefined)
if(g.length>0)throw new u.yo(g)
console.log(`SSH agent started with ${e.length} ${e.length===1?"key":"keys"}`)}async function addKey(e,t){const s=`${e.replaceAll("\r\n","\n")}\n`
const n={SSH_ASKPASS:"false",SSH_ASKPASS_REQUIRE:"force"}
const{exitCode:o,stderr:i}=await(0,a.m)(["ssh-add","-q","-"],{input:s,env:n})
if(o===0)return undefined
return{code:"options/ssh-keys",message:`ssh-keys: ssh-add refuses key ${t}`,why:i.trim().split("\n").at(-1)??"",fix:"use a key without a passphrase, and set the secret to the whole content of its file"}}function notStarted(e,t){const s={code:"engine/ssh-agent",message:"ssh-agent cannot be started",why:e,fix:"install OpenSSH's client on this runner (openssh-client on Debian and Ubuntu), or remove ssh-keys"}
return new u.yo(s,{cause:t})}async function stopSshAgent(e){const{pid:t,folder:s}=(0,c.Ag)((0,c.qF)(e))??{}
if(typeof t!=="number"||typeof s!=="string")return"SSH agent not ended: its state is unreadable"
try{process.kill(t)}catch{}await(0,n.rm)(s,{recursive:true,force:true}).catch(()=>{})
return"SSH agent ended"}}),3680:((e,t,s)=>{s.r(t)
s.d(t,{stageAction:()=>stageAction})
var n=s(96251)
var o=s(85177)
var i=s(69838)
var r=s(76760)
var a=s(37314)
var u=s(49057)
var c=s(65538)
var l=s(68780)
var f=s(95805)
function splitIntoTwoWaves({images:e,matrix:t}){const s=e.filter(({decision:e})=>e.kind==="build")
const n=new Map(t.include.flatMap(e=>keysOf(e).map(t=>[t,e])))
const o=new Set
const i=[]
for(const{service:e,platform:t,from:r}of s){const s=n.get((0,f.p2)(e,t))
for(const e of Object.values(r)){const r=n.get((0,f.p2)(e,t))
if(r===undefined||s===undefined||r===s)continue
o.add(r)
i.push([r,s])}}return{first:joined(t.include.filter(e=>o.has(e)),i),second:t.include.filter(e=>!o.has(e))}}const keysOf=({service:e,platform:t})=>e.split(",").map(e=>(0,f.p2)(e,t))
const groupOf=({platform:e,runner:t})=>JSON.stringify([e,t])
function joined(e,t){const s=new Map(e.map(e=>[e,e]))
const headOf=e=>{const t=s.get(e)??e
return t===e?e:headOf(t)}
for(const[e,n]of t)if(s.has(n)&&groupOf(e)===groupOf(n))s.set(headOf(n),headOf(e))
return[...Map.groupBy(e,headOf).values()].map(merge)}function merge(e){const[t]=e
if(t===undefined)throw new Error("a group has members")
if(e.length===1)return t
const s=e.flatMap(({service:e})=>e.split(","))
const n=new Set(e.flatMap(({phase:e})=>e.split(",")).filter(e=>e!==""))
return{...t,name:(0,l.Z)(s,t.platform),service:s.join(","),phase:[...n].join(","),wave:Math.min(...e.map(({wave:e})=>e))}}const d=[outputs_document("plan",["plan","run"],"plan.json","Path of `plan.json`, for the input `plan` of later stages."),{name:"has-work",stages:["plan","run"],description:"`true` if an image has to be built, else `false`. Check it before starting a matrix.",value:({plan:e})=>e&&String(e.matrix.include.length>0)},{name:"matrix",stages:["plan","run"],description:"JSON for `strategy.matrix`. Each leg under `include` has `name`, `service`, `platform`, `runner`, `phase` and `wave`. Without anything to build the list is empty, which GitHub rejects: check `has-work`.",value:({plan:e})=>e&&JSON.stringify(e.matrix)},{name:"bases",stages:["plan"],description:"Names of the services to build that other services to build are based on, comma-separated. Empty if there is none. A job that builds them before the matrix saves each leg from building its base.",value:({plan:e})=>e&&basesToBuild(e).join(",")},{name:"wave-1",stages:["plan"],description:"First half of the matrix: the legs that build bases of other images, for a job before the others. Empty if there is none.",value:({plan:e})=>e&&legsJson(splitIntoTwoWaves(e).first)},{name:"wave-2",stages:["plan"],description:"Second half of the matrix: all other legs. Empty if there is none.",value:({plan:e})=>e&&legsJson(splitIntoTwoWaves(e).second)},{name:"smoke-matrix",stages:["plan"],description:"With `smoke-jobs`: one leg for each platform and kind of runner that has services to smoke. Empty if there is none.",value:({plan:e})=>e?.smokeMatrix&&legsJson(e.smokeMatrix.include)},{name:"packed",stages:["plan"],description:"The plan in one line, for the input `plan` of stages in other jobs. Empty if it would be too long (about 200 images); those stages then make the same plan with `new`.",value:({plan:e})=>e&&((0,u.No)(e)??"")},{name:"services",stages:["plan","run"],description:"Names of the selected services, comma-separated, for the input `service`.",value:({plan:e})=>e?.selected.join(",")},{name:"platforms",stages:["plan"],description:"Platforms of the images in the plan, comma-separated, for the input `platforms` of setup.",value:({plan:e})=>e&&[...new Set(e.images.map(({platform:e})=>e))].join(",")},{...outputs_document("lint",["lint"],"lint.json"),name:"findings"},{...outputs_document("lint",["lint"],"lint.sarif","Path of `lint.sarif`, for github/codeql-action/upload-sarif."),name:"sarif"},...["error","warning","note"].map(e=>count(`${e}s`,["lint"],`${e}s`,({lint:t})=>t?.findings.filter(({severity:t})=>t===e))),outputs_document("build",["build","run"],"build.json"),count("built",["build","run"],"images that were built",({build:e})=>e?.images.filter(({outcome:e})=>e==="built")),{name:"images",stages:["build","run"],description:"JSON list of the images: `service`, `platform`, `outcome`, `ref`, `digest`, `tags` (that publish will write), `size` in bytes, `layers`, `durationMs`. The time of each step is in `build.json`.",value:({build:e,plan:t})=>e&&JSON.stringify(e.images.map(({service:e,platform:s,outcome:n,contentRef:o,digest:i,size:r,layers:a,durationMs:u})=>({...{service:e,platform:s,outcome:n,ref:o,digest:i},tags:tagsOf(t,e),...{size:r,layers:a,durationMs:u}})))},...subjectOutputs("build","the built images",({build:e})=>e),outputs_document("verify",["verify"],"verify.json"),count("verified",["verify"],"images that passed all required checks",({verify:e})=>e?.images.filter(({digest:e,checks:t})=>e&&(0,c.HH)(t).length===0)),count("failed",["verify"],"images that failed a required check",({verify:e})=>e?.images.filter(({checks:e})=>(0,c.HH)(e).length>0)),outputs_document("smoke",["smoke","run"],"smoke.json"),{...outputs_document("verifyHost",["verify-host"],"verify-host.json"),name:"verify-host"},count("missing",["verify-host"],"published images that the machine does not have, or has in an old version",({verifyHost:e})=>e?.images.filter(({state:e})=>e==="absent"||e==="old")),{name:"junit",stages:["smoke","run","verify-host"],description:"Path of the results as JUnit XML, for tools that show test results.",value:({smoke:e,verifyHost:t},s)=>e&&(0,r.join)(s,t?"host":"","smoke.junit.xml")},{name:"smoke-compose",stages:["smoke","run"],description:"Path of the stack's Compose file, if one was needed. Logs and diagnosis files are in the folder `logs` beside it.",value:({smoke:e})=>e?.composeFile},count("healthy",["smoke","run","verify-host"],"healthy services",({smoke:e})=>e?.services.filter(({verdict:e})=>e==="healthy")),count("unhealthy",["smoke","run","verify-host"],"services that are unhealthy, did not respond or could not be started",({smoke:e})=>e?.services.filter(({verdict:e})=>e!=="healthy"&&e!=="skipped")),outputs_document("sign",["sign"],"sign.json"),count("signed",["sign"],"signed services",({sign:e})=>e?.services.filter(({outcome:e})=>e==="signed")),outputs_document("publish",["publish","run"],"publish.json"),{name:"published",stages:["publish","run"],description:"JSON list of the services: `service`, `image`, `outcome`, `digest`, `tags`, `size`, `layers`, `platforms` (each with its `digest`), `release` (its `version`, and the `digest` that the version's tags name), `copies`, `durationMs`. Above 450 KB, `platforms` and `copies` are only in `publish.json`, and `cut` is true.",value:({publish:e})=>e&&publishedJson(e.services)},{name:"packed",stages:["publish"],description:"The result in one line, for the input `publish-result` of a report in another job. Empty if it would be too long (about 200 services).",value:({publish:e})=>e&&((0,u.No)(e)??"")},...subjectOutputs("publish","the published indexes",({publish:e})=>e),{name:"compose",stages:["publish","run"],description:"Path of `compose.yml`: the published images by digest, ready for `docker compose up`.",value:({publish:e})=>e?.composeFile},reportFile("report","page","Path of the report, one HTML file."),reportFile("report-json","json","Path of `report.json`: all data of the report, for programs."),reportFile("report-summary","summary","Path of the summary as a Markdown file."),reportFile("badge","badge","Path of `badge.json`, for a shields.io badge (`https://img.shields.io/endpoint?url=...`)."),reportFile("history","history","Path of the history of runs, with this run at the end."),reportFile("completion","completion","Path of `completion.md`, if requested."),{name:"comment",stages:["report","run"],description:"URL of the comment on the pull request, if there is one.",value:({notifications:e})=>e?.comment},{name:"issue",stages:["report","run"],description:"URL of the issue that was opened, commented on, kept or closed.",value:({notifications:e})=>e?.issue},setBySetup("builder","Name of the buildx builder for later builds."),setBySetup("platforms","Platforms that the builder supports, including emulated ones, comma-separated."),setBySetup("emulated","Platforms that QEMU was registered for, comma-separated. Empty if none was needed."),setBySetup("images","JSON with the source of the images `binfmt` and `buildkit`, if they were needed: `engine` (already there), `cache`, `registry`, or `pulled` (by the engine, and not cached).")]
function outputsOf(e){return d.filter(({stages:t})=>t.includes(e))}function outputs_document(e,t,s,n=`Path of \`${s}\`.`){return{name:e,stages:t,description:n,value:(t,n)=>t[e]?(0,r.join)(n,s):undefined}}function count(e,t,s,n){return{name:e,stages:t,description:`Number of ${s}.`,value:e=>n(e)?.length.toString()}}function reportFile(e,t,s){return{name:e,stages:["report","run"],description:s,value:({report:e})=>e?.files[t]}}function setBySetup(e,t){return{name:e,stages:["setup"],description:t,value:()=>undefined}}function subjectOutputs(e,t,s){const n=e==="publish"?["publish","run"]:["build"]
const subjectsIn=e=>{const t=s(e)
return t&&(0,a.u)(t)}
return[{name:"subjects",stages:n,description:`JSON list of ${t}: \`name\` and \`digest\`, for actions/attest.`,value:e=>{const t=subjectsIn(e)
return t&&JSON.stringify(t)}},{name:"subject-checksums",stages:n,description:"Path of the same list as a file of checksums, for actions/attest. Not set if the list is empty.",value:(t,s)=>subjectsIn(t)?.length?(0,r.join)(s,`${e}-subjects.txt`):undefined}]}function basesToBuild({images:e,waves:t}){const s=e.filter(({decision:e})=>e.kind==="build")
const n=new Set(s.map(({service:e})=>e))
const o=new Set(s.flatMap(({from:e})=>Object.values(e)).filter(e=>n.has(e)))
return t.flat().filter(e=>o.has(e))}const legsJson=e=>e.length===0?"":JSON.stringify({include:e})
function tagsOf(e,t){const{immutable:s=[],floating:n=[]}=e?.tags[t]??{}
return[...s,...n]}const p=45e4
function publishedJson(e){const t=e.map(toPublishedRow)
const s=JSON.stringify(t)
if(Buffer.byteLength(s)<=p)return s
return JSON.stringify(t.map(({platforms:e,copies:t,...s})=>({...s,cut:true})))}function toPublishedRow(e){const{service:t,image:s,outcome:n,digest:o,release:i,tags:r,platforms:a,copies:u,durationMs:c}=e
const written=e=>e.filter(({state:e})=>e!=="held"&&e!=="kept").map(({tag:e})=>e)
const total=e=>{const t=a.flatMap(t=>t[e]??[])
return t.length===0?undefined:t.reduce((e,t)=>e+t,0)}
return{...{service:t,image:s,outcome:n,digest:o,tags:written(r),size:total("size"),layers:total("layers"),platforms:a},release:i,copies:u?.map(e=>({...e,tags:written(e.tags)})),durationMs:c}}var m=s(44174)
var h=s(93713)
var g=s(93651)
var v=s(2343)
var b=s(1764)
var y=s(40318)
var w=s(85465)
var S=s(68261)
var k=s(22413)
var j=s(40425)
var x=s(87096)
var E=s(80244)
var M=s(12251)
var O=s(74713)
var N=s(75019)
var P=s(48403)
async function notifyGitHub(e,t,n,o){const i=t.issue||t.comment!=="false"
if(e!=="report"&&e!=="run"||!i||(0,y.mm)(o.signal))return{notifications:{},exitCode:j.NS.fine}
const{notify:r}=await s.e(4523).then(s.bind(s,84523))
const a=(0,y.Z5)(o.signal)
const{notifications:u,notes:c,problems:l}=await r(t,n,{...o,signal:a});(0,P.fz)(c.map(e=>({level:"notice",title:"not posted on GitHub",message:e})));(0,P.fz)(l.map(e=>(0,O.Lj)(e,"error")))
return{notifications:u,exitCode:l.length===0?j.NS.fine:j.NS.environment}}function runEndOf({plan:e,...t}){const s=e&&{plan:e,...t}
return s&&{kind:"done",run:s}}function runEndOfError(e){if(e instanceof w.yo)return{kind:"broken",problems:e.problems}
const t=e instanceof Error?e.message:String(e)
return{kind:"broken",problems:[{code:"internal/fault",message:t}]}}var _=s(99181)
var H=undefined&&undefined.__addDisposableResource||function(e,t,s){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var n,o
if(s){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
n=t[Symbol.asyncDispose]}if(n===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
n=t[Symbol.dispose]
if(s)o=n}if(typeof n!=="function")throw new TypeError("Object not disposable.")
if(o)n=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:n,async:s})}else if(s){e.stack.push({async:true})}return t}
var $=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(s){t.error=t.hasError?new e(s,t.error,"An error was suppressed during disposal."):s
t.hasError=true}var s,n=0
function next(){while(s=t.stack.pop()){try{if(!s.async&&n===1)return n=0,t.stack.push(s),Promise.resolve().then(next)
if(s.dispose){var e=s.dispose.call(s.value)
if(s.async)return n|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else n|=1}catch(e){fail(e)}}if(n===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,s){var n=new Error(s)
return n.name="SuppressedError",n.error=e,n.suppressed=t,n})
async function stageAction(e){const t={stack:[],error:void 0,hasError:false}
try{const s=(0,M.U)(e)
const n=H(t,(0,P.Wh)(s.progress==="plain"?"plain":"auto"),false)
const o=H(t,(0,x.Y)(n.line),false)
let i=(0,E.og)({progress:n.progress,log:e=>(0,S.X$)(e).forEach(n.line),signal:o.signal})
let r
try{const t={stack:[],error:void 0,hasError:false}
try{const n=(0,m.A)(s,i,e)
r=n
const a=H(t,(0,y.LH)(o.signal,n.timeout,e),false)
i={...i,signal:a.signal,masked:(0,M.S)()}
const{progress:u}=i
if(e==="run"&&await(0,E.bk)(e,i)===undefined)await(0,P.Df)(()=>new k.x(u).track("registry","logging in",()=>(0,N.E8)(n)))
const{documents:c,exitCode:l}=await(0,P.Df)(async()=>{const t=e==="run"||e==="build"?await prepareBuildSecrets(n):{}
const s=await(0,E.Si)(e,n,{...i,...t});(0,P.OG)((0,g.q)(s.documents,(e,t)=>t,Number.POSITIVE_INFINITY))
return s})
setOutputs(e,c,n.out)
if(n.summary)await summarize(c)
if(e!=="report")(0,P.fz)((0,O.Ih)(c))
process.exitCode=l
const f=runEndOf(c)
const d=f&&await notifyGitHub(e,n,f,i)
setOutputs(e,{notifications:d?.notifications??{}},n.out)
process.exitCode=l||d?.exitCode}catch(e){t.error=e
t.hasError=true}finally{$(t)}}catch(t){process.exitCode=(0,j.LL)(t)
if(!o.signal.aborted)await(0,P.TF)(t)
if(r!==undefined)await notifyGitHub(e,r,runEndOfError(t),i).catch(P.TF)}if(o.signal.aborted)process.exitCode=j.NS.interrupted}catch(e){t.error=e
t.hasError=true}finally{$(t)}}async function prepareBuildSecrets(e){const t=[]
const collect=e=>{try{return e()}catch(e){if(!(e instanceof w.yo))throw e
t.push(...e.problems)
return undefined}}
const{buildSecrets:s,buildSecretNames:n,sshKeys:o}=e
const r=collect(()=>(0,i.Jm)(s,n,process.env))
const a=collect(()=>o===undefined?[]:(0,_.Ct)(o))
if(t.length>0)throw new w.yo(t)
if(a!==undefined&&a.length>0)await(0,_.cB)(a)
return r===undefined?{}:{secrets:r}}function setOutputs(e,t,s){for(const{name:o,value:i}of outputsOf(e)){const e=i(t,s)
if(e!==undefined)n.uH(o,e)}}async function summarize({plan:e,...t}){if(!process.env.GITHUB_STEP_SUMMARY)return
if(t.verifyHost!==undefined)await n.z.addRaw((0,b.L)(t.verifyHost),true).write()
if(e===undefined){if(t.lint!==undefined)await n.z.addRaw((0,v.cB)(t.lint),true).write()
return}const s=(0,h.xw)({plan:e,...t,...(0,o.ut)(process.env)})
await n.z.addRaw(s,true).write()}}),37314:((e,t,s)=>{s.d(t,{s:()=>formatChecksums,u:()=>attestationSubjects})
var n=s(11886)
function attestationSubjects(e){if(e.kind==="lucid.build")return e.images.flatMap(({contentRef:e,digest:t,outcome:s})=>t!==undefined&&s==="built"?[{name:(0,n._M)(e),digest:t}]:[])
return e.services.flatMap(({image:e,digest:t,release:s,outcome:n,copies:o=[]})=>{if(t===undefined||n!=="published")return[]
const i=[e,...o.map(e=>e.image)]
const r=new Set([t,s?.digest??t])
return i.flatMap(e=>[...r].map(t=>({name:e,digest:t})))})}function formatChecksums(e){return e.map(({name:e,digest:t})=>`${t.replace(/^sha256:/,"")}  ${e}\n`).join("")}}),51914:((e,t,s)=>{s.d(t,{_5:()=>packBins,e_:()=>secondsWithBases,s_:()=>runnerGroup})
const runnerGroup=({platform:e,runner:t})=>JSON.stringify([e,t])
function packBins(e,t){const s=[...Map.groupBy(e,runnerGroup).values()]
const n=share(s,t)
return s.flatMap((e,t)=>packGroup(e,n[t]??1))}function share(e,t){const s=e.map(()=>1)
const n=e.map(e=>e.reduce((e,{seconds:t})=>e+t,0))
for(let o=t-e.length;o>0;o-=1){let t
for(const[o,i]of e.entries()){if((s[o]??1)>=i.length)continue
const e=(n[o]??0)/(s[o]??1)
if(t===undefined||e>(n[t]??0)/(s[t]??1))t=o}if(t===undefined)break
s[t]=(s[t]??1)+1}return s}function packGroup(e,t){if(e.length<=t)return e.map(e=>({images:[e],seconds:secondsWithBases(e)}))
const s=new Set(e)
const n=new Set
const o=Array.from({length:t},()=>({images:[],builds:new Set,seconds:0}))
for(const t of e.toSorted((e,t)=>secondsWithBases(t)-secondsWithBases(e))){if(n.has(t))continue
const e=[...t.bases,t]
let i
for(const t of o){const s=t.seconds+e.reduce((e,s)=>e+(t.builds.has(s)?0:s.seconds),0)
if(i===undefined||s<i.end)i={bin:t,end:s}}if(i===undefined)continue
const{bin:r,end:a}=i
r.seconds=a
for(const t of e){r.builds.add(t)
if(!s.has(t)||n.has(t))continue
n.add(t)
r.images.push(t)}}return o.filter(e=>e.images.length>0).map(e=>({images:e.images.toSorted((e,t)=>e.wave-t.wave),seconds:e.seconds}))}const secondsWithBases=({bases:e,seconds:t})=>e.reduce((e,t)=>e+t.seconds,t)}),68780:((e,t,s)=>{s.d(t,{O:()=>toJobMatrix,Z:()=>formatLegName})
var n=s(85465)
var o=s(51914)
const i=256
const r=45e4
const a=1e5
const u=60
function toJobMatrix(e,{maxJobs:t,selected:s=[]}={}){const n=[...Map.groupBy(e,o.s_).values()]
if(n.length>i)throw tooMany(n.length)
const u=n.reduce((e,t)=>e+Math.ceil(listLength(t)/a),0)
const c=(0,o._5)(e,Math.min(i,Math.max(t??i,u)))
const l=c.toSorted((e,t)=>waveOf(e)-waveOf(t))
const f=l.map(toLeg)
const d=JSON.stringify({include:f}).length+s.join(",").length
const p=Math.max(0,...f.map(({service:e})=>e.length))
if(d>r)throw tooLong(d,r)
if(p>a)throw tooLong(p,a)
return{include:f,bins:l}}const waveOf=({images:e})=>e[0]?.wave??0
const listLength=e=>e.reduce((e,{service:t})=>e+t.length+1,0)
function toLeg({images:e}){const{platform:t="",runner:s="",wave:n=0}=e[0]??{}
const o=e.map(({service:e})=>e)
return{name:formatLegName(o,t),service:o.join(","),platform:t,runner:s,phase:[...new Set(e.flatMap(({phase:e})=>e??[]))].join(","),wave:n}}function formatLegName(e,t){const s=[]
for(const t of e){if(s.length>0&&[...s,t].join(", ").length>u)break
s.push(t)}const n=e.length-s.length
return`${s.join(", ")}${n>0?` and ${n} more`:""} (${t.replace(/^linux\//,"")})`}const tooMany=e=>new n.yo({code:"plan/runners",message:`the images to build need ${e} kinds of runner and platform, but a matrix has at most ${i} jobs`,fix:"let services share runners in the catalog, or plan one part: --phase, --platform or --service"})
const tooLong=(e,t)=>new n.yo({code:"plan/matrix-size",message:`the matrix, or one leg of it, has ${e} characters, but GitHub passes on at most ${t}`,fix:"plan one part at a time: --phase, --platform or --service"})}),95805:((e,t,s)=>{s.d(t,{Ot:()=>pendingImages,p2:()=>imageKey,wm:()=>chooseRunner})
const imageKey=(e,t)=>`${e} ${t}`
const n="ubuntu-24.04"
const o={"linux/arm64":"ubuntu-24.04-arm"}
const i=/^linux\/(?:amd64|386)(?:\/|$)/
const r=60
const a=2e6
const u=10
const c=10
function pendingImages(e,{services:t,waves:s,runners:n,hints:o}){const i=new Map(t.map(e=>[e.name,e]))
const r=new Map(s.flatMap((e,t)=>e.map(e=>[e,t])))
const waveOf=({service:e})=>r.get(e)??0
const a=e.filter(({decision:e})=>e.kind==="build")
const u=a.flatMap(e=>o.seconds.get(imageKey(e.service,e.platform))??[])
const c=u.length*2>=a.length?median(u):undefined
const l=new Map
for(const e of a.toSorted((e,t)=>waveOf(e)-waveOf(t))){const{service:t,platform:s}=e
const r=[...new Set(Object.values(e.from))].flatMap(e=>l.get(imageKey(e,s))??[])
l.set(imageKey(t,s),{service:t,platform:s,runner:chooseRunner(i.get(t),s,n),phase:i.get(t)?.phase,wave:waveOf(e),seconds:secondsOf(e,isNative(i.get(t),s,n),o,c),bases:[...new Set(r.flatMap(e=>[...e.bases,e]))]})}const has=e=>[...l.keys()].some(t=>e.has(t))
return{work:[...l.values()],by:has(o.seconds)?"times":has(o.sizes)?"sizes":"guess"}}function chooseRunner(e,t,s){const i=s==="native"?o[t]:undefined
return e?.runners?.[t]??i??n}function isNative(e,t,s){const n=s==="native"&&o[t]!==undefined
return i.test(t)||n||e?.runners?.[t]!==undefined}function secondsOf({service:e,platform:t},s,n,o){const i=imageKey(e,t)
const l=n.seconds.get(i)
if(l!==undefined)return l
const f=n.sizes.get(i)
if(f===undefined&&o!==undefined)return o
const d=f===undefined?r:Math.max(u,f/a)
return d*(s?1:c)}function median(e){return e.toSorted((e,t)=>e-t)[Math.floor(e.length/2)]}})}
