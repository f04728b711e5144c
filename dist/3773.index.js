export const id=3773
export const ids=[3773]
export const modules={26409:((e,t,n)=>{n.d(t,{$A:()=>changedSince,eZ:()=>resolveRevision,wo:()=>compareRevisions})
async function compareRevisions(e,t,n){if(t===n)return"same"
const isAncestor=async(t,n)=>await e(["merge-base","--is-ancestor","--end-of-options",t,n])!==undefined
if(await isAncestor(t,n))return"newer"
if(await isAncestor(n,t))return"older"
const[r,i]=await Promise.all([e(["rev-parse","--is-shallow-repository"]),e(["cat-file","-e","--end-of-options",`${n}^{commit}`])])
return r?.trim()==="false"&&i!==undefined?"diverged":"unknown"}async function resolveRevision(e,t){if(t===undefined||/^[0-9a-f]{40,64}$/.test(t))return t
const n=await e(["rev-parse","--verify","--quiet","--end-of-options",`${t}^{commit}`])
return n?.trim()||t}async function changedSince(e,t,n){if(!/^[0-9a-f]{7,64}$/.test(t))return undefined
const[r,i]=await Promise.all([e(["diff","--name-only","--relative","--no-renames","-z",t,"--",...n.map(literal)]),e(["ls-files","--others","--exclude-standard","-z","--",...n.map(literal)])])
if(r===undefined)return undefined
return[...new Set(`${r}${i??""}`.split("\0").filter(Boolean))].sort()}const literal=e=>`:(literal)${e}`}),32407:((e,t,n)=>{n.d(t,{Wb:()=>gitHubRepository,d7:()=>isApiError,o6:()=>openGitHub})
var r=n(77598)
var i=n(39893)
const o=120
const s=3
const a=[400,401,403,404,409,410,422,429,451]
async function openGitHub(e,{token:t,effort:u,signal:d,secondMs:f=1e3}){const{getOctokit:l}=await Promise.all([n.e(4119),n.e(1758)]).then(n.bind(n,11758))
const h={baseUrl:e.GITHUB_API_URL||"https://api.github.com",userAgent:"lucid-build-action",log:c,request:{...(0,i.s)({signal:d})}}
if(u==="brief")return l(t,h,wholeAnswers)
const{retry:m,throttling:p}=await Promise.all([n.e(8214),n.e(9800)]).then(n.bind(n,29800))
const isWorthIt=(e,t,n,r)=>e<=o&&r<s
return l(t,{...h,retry:{retries:s,doNotRetry:a,retryAfterBaseValue:f},throttle:{id:(0,r.randomUUID)(),retryAfterBaseValue:f,onRateLimit:isWorthIt,onSecondaryRateLimit:isWorthIt}},wholeAnswers,m,p)}const nothing=()=>undefined
const c={debug:nothing,info:nothing,warn:nothing,error:nothing}
function isApiError(e){return e instanceof Error&&typeof e.status==="number"}function wholeAnswers({hook:e}){e.after("request",(e,t)=>{const{status:n,headers:r,data:i}=e
if(n===204||!/json/.test(r["content-type"]??"")||typeof i!=="string")return
throw Object.assign(new Error("the response was cut off"),{status:502,request:t,response:e})})
e.error("request",e=>{if(!isApiError(e)||e.response===undefined)throw e
const{status:t,response:n}=e
const{headers:r}=n
const i=r["retry-after"]
const o=t===429||t===403&&i!==undefined
if(o&&r["x-ratelimit-remaining"]!=="0"&&!/secondary rate/i.test(e.message))e.message=`${e.message} (a secondary rate limit)`
if(i!==undefined&&!/^\d+$/.test(i))r["retry-after"]=String(Math.max(1,Math.ceil((Date.parse(i)-Date.now())/1e3))||60)
throw e})
return{}}function gitHubRepository(e){const[t,n]=(e.GITHUB_REPOSITORY??"").split("/")
return t&&n?{owner:t,repo:n}:undefined}}),3748:((e,t,n)=>{n.d(t,{Ql:()=>logMissingPermission,T9:()=>withPermissionErrors,a2:()=>describeRefusal})
var r=n(85465)
var i=n(32407)
async function withPermissionErrors(e,t,n){try{return await n()}catch(n){if(!(0,i.d7)(n))throw n
throw new r.yo(refusal(n,e,t),{cause:n})}}function logMissingPermission(e,t,n,r){if(!(0,i.d7)(e))throw e
const{code:o,message:s,fix:a}=refusal(e,t,n)
if(o==="github/permission"&&e.status===403)r(`${s}; ${a}`)}function describeRefusal(e,t,n){const{why:r=e.message,fix:i="run the job again"}=refusal(e,t,n)
return{why:r,fix:i}}function refusal({status:e,message:t,response:n},r,i){const o=n?.headers
const s=o===undefined?t:`GitHub responded with ${e}: ${t}`
const problem=(e,t,n)=>({...{code:e,message:`cannot ${r}: ${t}`,why:s,fix:n}})
if(o===undefined)return problem("github/unreachable","GitHub does not respond","run the job again")
if(e===401){const e="leave `github-token` out to use the token of the job, or give it one that has not expired"
return problem("github/token","the token is invalid",e)}if(e===429||o["x-ratelimit-remaining"]==="0"||/rate limit/i.test(t)){const e=`run the job again${formatRetryTime(o)}`
return problem("github/rate-limit","the token exceeded GitHub's rate limit",e)}if(e===403&&/not accessible/i.test(t)||e===404){const e=missingPermissions(o["x-accepted-github-permissions"],i)
const t=`add to the job, and to callers of its workflow: permissions: { ${e.join(", ")} }`
return problem("github/permission",`the token has no \`${e.join("`, `")}\``,t)}if(e===410){const e="enable issues in the settings of the repository, or leave `issue` out"
return problem("github/disabled","issues are disabled in this repository",e)}const a={message:`cannot ${r}`,why:s}
return e<500?{code:"github/refused",...a}:{code:"github/unreachable",...a,fix:"run the job again"}}function missingPermissions(e,t){const n=(e??"").split(";").map(e=>[...e.matchAll(/(?:^|,)\s*(\w+)\s*=\s*(\w+)\s*(?=,|$)/g)].map(([,e="",t])=>`${e.replaceAll("_","-")}: ${t}`))
const r=n.filter(e=>e.length>0)
return r.find(e=>e.includes(t))??r[0]??[t]}function formatRetryTime(e){const t=Number(e["retry-after"])
const n=Number(e["x-ratelimit-reset"])
if(t>0)return` after ${t} seconds`
return n>0?` after ${new Date(n*1e3).toISOString()}`:" later"}}),16083:((e,t,n)=>{n.d(t,{BK:()=>asPushToDefaultBranch,Mi:()=>branchRef,Pi:()=>a,cB:()=>mayMoveFloatingTags,dr:()=>s,od:()=>mayMovePullRequestTags,rq:()=>formatRef,ty:()=>isFromFork,vZ:()=>isOnDefaultBranch,wv:()=>isPullRequestRef})
var r=n(12311)
const i=r.gMt("kind",[r.Ikc({kind:r.euz("push"),branch:r.YjP()}),r.Ikc({kind:r.euz("tag"),tag:r.YjP(),base:r.YjP().exactOptional()}),r.Ikc({kind:r.euz("pull_request"),number:r.aig().exactOptional(),head:r.YjP(),base:r.YjP(),fork:r.zMY(),headRevision:r.YjP().exactOptional()}),r.Ikc({kind:r.euz("merge_group"),base:r.YjP()}),r.Ikc({kind:r.euz("schedule"),branch:r.YjP()}),r.Ikc({kind:r.euz("manual"),branch:r.YjP().exactOptional()}),r.Ikc({kind:r.euz("commit")})])
const o=r.Ikc({why:r.YjP(),fix:r.YjP()})
const s=r.Ikc({revision:r.YjP(),committedAt:r.YjP(),date:r.YjP().exactOptional(),dirty:r.zMY(),event:i,hold:o.exactOptional(),fromFork:r.euz(true).exactOptional(),defaultBranch:r.YjP().exactOptional(),url:r.YjP().exactOptional(),repositoryId:r.YjP().exactOptional(),title:r.YjP().exactOptional(),description:r.YjP().exactOptional(),licenses:r.YjP().exactOptional()})
function branchRef({event:e,hold:t}){if(t!==undefined)return undefined
if(e.kind==="pull_request")return e.number===undefined?undefined:`refs/pull/${e.number}/head`
const n=e.kind==="push"||e.kind==="schedule"||e.kind==="manual"?e.branch:undefined
return n===undefined?undefined:`refs/heads/${n}`}const isPullRequestRef=e=>e?.startsWith("refs/pull/")===true
const formatRef=e=>e.replace(/^refs\/heads\//,"").replace(/^refs\/pull\/(\d+)\/head$/,"pull request $1")
const a="manual-build"
function isOnDefaultBranch({event:e,hold:t,defaultBranch:n}){const r="branch"in e?e.branch:undefined
return t===undefined&&r!==undefined&&r===n}function mayMoveFloatingTags({event:e,hold:t}){return t===undefined&&!["pull_request","merge_group","commit"].includes(e.kind)}function mayMovePullRequestTags(e){return e.event.kind==="pull_request"&&e.hold===undefined&&!isFromFork(e)}function isFromFork({event:e,fromFork:t}){return t===true||e.kind==="pull_request"&&e.fork}function asPushToDefaultBranch({hold:e,...t}){return{...t,event:{kind:"push",branch:t.defaultBranch??"main"}}}}),63773:((e,t,n)=>{n.d(t,{hV:()=>commitComparer,LT:()=>isOwnOrigin,O_:()=>openCatalog,cs:()=>openRegistries,oD:()=>openSource,rB:()=>openTree,xv:()=>remoteRefReader})
var r=n(51455)
var i=n(76760)
var o=n(39491)
var s=n(15351)
const a=3e4
async function listRemoteRefs(e,t,n){const{url:r,cwd:i,signal:o}=t
const s=n.filter(e=>e.startsWith("refs/tags/")).map(e=>`${e}^{}`)
const c=AbortSignal.timeout(a)
const u=e(["git","-c","safe.directory=*","ls-remote","--",r,...n,...s],{cwd:i,env:{LC_ALL:"C",GIT_TERMINAL_PROMPT:"0",...credential(t)},signal:AbortSignal.any([o,c]),graceMs:1e3})
const{exitCode:d,stdout:f,stderr:l}=await u.catch(()=>({exitCode:127,stdout:"",stderr:"git is missing"}))
if(d===0)return commitsOf(f)
const h=l.split("\n").find(e=>/^(fatal|error|remote): /.test(e))??l.split("\n",1)[0]
return{failure:c.aborted?`no response within ${a/1e3} s`:h||`git exited with ${d}`}}function commitsOf(e){const t=e.split("\n").map(e=>e.split("\t"))
return new Map(t.flatMap(([e,t])=>e&&t?[[t.replace(/\^\{\}$/,""),e]]:[]))}function credential({url:e,token:t,env:n}){if(!t||!/^https?:/.test(e))return{}
const r=`http.${new URL(e).origin}/.extraheader`
const i=Buffer.from(`x-access-token:${t}`).toString("base64")
const o=Number(n.GIT_CONFIG_COUNT??0)||0
return{GIT_CONFIG_COUNT:`${o+2}`,[`GIT_CONFIG_KEY_${o}`]:r,[`GIT_CONFIG_VALUE_${o}`]:"",[`GIT_CONFIG_KEY_${o+1}`]:r,[`GIT_CONFIG_VALUE_${o+1}`]:`AUTHORIZATION: basic ${i}`}}var c=n(26409)
var u=n(9489)
var d=n(78498)
async function withSkippedFiles(e,{index:t}){const n=await t()??""
if(!/(?:^|\0)(?:[Ss] |. 160000)/.test(n))return e
const{skipped:r,submodules:i}=(0,d.A)(n)
const o=new Map
for(const{path:e}of r){o.set(e,"file")
for(let t=(0,u.gN)(e);t!==""&&!o.has(t);t=(0,u.gN)(t))o.set(t,"folder")}return{kindOf:t=>{const n=e.kindOf(t)
return n==="missing"?o.get(t)??"missing":n},list:t=>e.list(t),howToGet:e=>{const t=i.find(t=>e===t||e.startsWith(`${t}/`))
return t===undefined?undefined:`check out the submodule ${t}: \`submodules: recursive\` of actions/checkout, `+"or `git submodule update --init --recursive`"}}}var f=n(16083)
var l=n(39893)
const h="1970-01-01T00:00:00Z"
async function readSource(e,t={},n=(0,s.Hj)(e)){const[r,i,o,a,u]=await Promise.all([n.head(),isDirty(e,n),n.settings(),t.event===undefined?localEvent(n):{event:t.event},t.defaultBranch??n.defaultBranch()])
const{hold:d,fromFork:m,repositoryId:p,title:g,description:w,licenses:v}=t
const b=await(0,c.eZ)(e,t.revision)??r?.id
const k=b===undefined?undefined:await commitTime(e,b,r)
const y=t.url??webUrl(o.get("remote.origin.url")?.trim())
return{revision:b??f.Pi,committedAt:k===undefined?h:new Date(k*1e3).toISOString().replace(".000Z","Z"),dirty:i,...a,...(0,l.s)({hold:d,fromFork:m||undefined,defaultBranch:u,url:y||undefined,repositoryId:p}),...(0,l.s)({title:g||undefined,description:w||undefined,licenses:v||undefined})}}async function localEvent(e){const[t,n]=await Promise.all([e.branch(),e.head()])
if(t!==undefined)return{event:{kind:"manual",branch:t}}
if(n===undefined)return{event:{kind:"manual"}}
return{event:{kind:"commit"},hold:{why:`${n.id.slice(0,12)} is checked out, but no branch`,fix:"check out a branch, or say what happened: `--event push:main`, `--event tag:v1.2.0`"}}}async function commitTime(e,t,n){if(t===n?.id)return n.time
const r=await e(["show","-s","--format=%ct","--end-of-options",`${t}^{commit}`])
return r===undefined?n?.time:Number(r.trim())}async function isDirty(e,{staged:t,modified:n}){if(await t())return true
if(!await n())return false
return Boolean((await e(["status","--porcelain","--untracked-files=no","--","."]))?.trim())}function webUrl(e){if(!e)return undefined
const t=/^(?:ssh:\/\/)?(?:[^@/]+@)?(?<host>[\w.-]+\.[a-z]+)(?::\d+)?[:/](?<path>[\w./~-]+?)(?:\.git)?\/?$/.exec(e)
const n=/^https?:\/\/(?:[^@/]+@)?(?<host>[^/]+)\/(?<path>[^?#]+?)(?:\.git)?\/?$/.exec(e)
const r=n?.groups??t?.groups
return r&&`https://${r.host}/${r.path}`}var m=n(90690)
var p=n(32407)
var g=n(3748)
async function compareOnGitHub({env:e,token:t,published:n,ours:r,log:i}){const o=(0,p.Wb)(e)
if(!t||o===undefined)return"unknown"
const{rest:s}=await(0,p.o6)(e,{token:t,effort:"patient"})
try{const e=`${n}...${r}`
const{data:t}=await s.repos.compareCommitsWithBasehead({...o,basehead:e,per_page:1})
const i={identical:"same",ahead:"newer",behind:"older",diverged:"diverged"}
return i[t.status]}catch(e){if((0,p.d7)(e)&&e.status===404&&/no common ancestor/i.test(e.message))return"diverged";(0,g.Ql)(e,"compare this commit with the published one","contents: read",i)
return"unknown"}}async function decideEvent(e,t,n){const{claims:r,fix:i}=e
if(t===undefined)return unproven(e,{why:"there is no git repository, or it has no commit",fix:"check the repository out with actions/checkout, on a machine that has git"})
const o=r.find(({commits:e})=>e.includes(t))
if(o!==undefined)return{event:o.event}
const s=r.flatMap(e=>e.refs)
const a=t.slice(0,12)
if(s.length===0)return unproven(e,{why:`${a} is checked out, and ${e.about}`,fix:i})
const c=await n(s)
if("failure"in c){const t=`reading ${s.join(" and ")} of the repository failed: ${c.failure}`
return unproven(e,{why:`${a} is checked out, ${e.about}, and ${t}`,fix:`${i}; or pass a \`github-token\` with \`contents: read\``})}const u=r.find(e=>e.refs.some(e=>c.get(e)===t))
if(u!==undefined)return{event:u.event}
return unproven(e,{why:`${a} is checked out, which is not ${s.join(" or ")} now, and ${e.about}`,fix:i})}function unproven({fromFork:e},t){return{event:{kind:"commit"},hold:t,...e&&{fromFork:e}}}function overrideEvent(e,t,n){const r=t!==undefined&&!sameTags(t,e.event)
const i=r?{...e,event:t,...(0,f.ty)(e)&&{fromFork:true}}:e
if(i.hold!==undefined||!r&&n==="own")return i
const o=r?"event":"revision"
const s={why:`\`${o}\` differs from the event and checkout of the run, `+"and can only change names and labels inside GitHub Actions",fix:`leave \`${o}\` out, or start the workflow on the branch or git tag itself`}
return{...i,hold:s}}function sameTags(e,t){const key=e=>{switch(e.kind){case"push":case"manual":return`branch ${e.branch??""}`
case"schedule":return`schedule ${e.branch}`
case"tag":return`tag ${e.tag}`
case"merge_group":return`merge_group ${e.base}`
case"pull_request":return`pull_request ${e.number??""}`
case"commit":return"commit"
default:return e}}
return key(e)===key(t)}var w=n(85177)
var v=n(71869)
var b=n(98810)
var k=n(33916)
var y=n(49554)
var $=n(85465)
var x=n(22413)
var O=n(36540)
async function openCatalog({catalog:e,registry:t},{cwd:n},s){const a=i.resolve(n,e)
const c=i.relative(n,a)||e
const u=i.dirname(a)
let d
try{d=await(0,r.readFile)(a,"utf8")}catch(e){throw new $.yo({code:"catalog/unreadable",message:"the catalog cannot be read",at:{file:c},why:e instanceof Error?e.message:String(e),fix:"name it with --catalog, or write one: docs/catalog.md"},{cause:e})}const f=s===undefined?(0,o.DR)(u):await withSkippedFiles((0,o.DR)(u),s)
return(0,b.a)({file:c,text:d,root:u,paths:f,...(0,l.s)({registry:t})})}async function openSource(e,t,n,r=(0,s.Hj)((0,O.z)(t,n))){const{event:i,revision:o,date:a}=e
const c=parseDate(a,n.date??Date.now)
const u=await(0,w.pV)(n.env)
const d={...(0,l.s)({event:i}),...u!==undefined&&await overrideOnGitHub(u,e,{root:t,context:n,checkout:r}),...(0,l.s)({revision:o})}
const f=await readSource((0,O.z)(t,n),d,r)
return{...f,...(0,l.s)({date:c})}}async function overrideOnGitHub(e,t,{root:n,context:r,checkout:i}){const{event:o,revision:s}=t
const a=(await i.head())?.id
const u=await decideEvent(e,a,await remoteRefReader(t,n,r))
const d=await(0,c.eZ)((0,O.z)(n,r),s)
return{...e.repository,...overrideEvent(u,o,d===undefined||d===a?"own":"another")}}async function remoteRefReader({githubToken:e},t,n){const{env:r,exec:i,signal:o}=n
const{GITHUB_ACTIONS:s,GITHUB_SERVER_URL:a="https://github.com",GITHUB_REPOSITORY:c}=r
const u=s==="true"
const d=u?undefined:(await(0,O.z)(t,n)(["remote","get-url","origin"]))?.trim()
const f=u&&c!==undefined?`${a}/${c}`:d
const l=u?"GITHUB_REPOSITORY is not set":"the checkout has no remote `origin`"
if(!f)return async()=>({failure:l})
const h={url:f,cwd:t,env:r,signal:o,...u&&e!==undefined&&{token:e}}
const m=URL.parse(f)?.host||"git"
return e=>new x.x(n.progress).track(m,"git ls-remote",()=>listRemoteRefs(i,h,e))}function parseDate(e,t){if(e==="commit")return undefined
const n=e==="now"?t():/^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/.test(e)?Date.parse(e):Number.NaN
if(Number.isNaN(n))throw new $.yo({code:"options/date",message:`${JSON.stringify(e.slice(0,100))} is not a date`,fix:"write commit, now, or a date such as 2025-10-24T15:51:32Z"})
return new Date(n).toISOString().replace(/\.\d+Z$/,"Z")}const R=new WeakMap
function openTree(e,t,n=(0,s.Hj)(t)){const r=R.get(n)??readFiles(e,t,n)
R.set(n,r)
return r}async function readFiles(e,t,n){const r=await(0,m.x)((0,m.Z)(e,t,n),e,n)
const i=(0,k.Gc)(r.entries)
return{tree:r,files:(0,y.MN)(i,textReader(e,t,r)),around:{tree:i,...(0,o.K7)(e)}}}function textReader(e,t,{entries:n}){const r=new Map(n.flatMap(({path:e,obstacle:t,oid:n})=>t==="skipped"&&n?[[e,n]]:[]))
const i=(0,o.EL)(e)
return async e=>{const n=r.get(e)
if(n===undefined)return i(e)
const o=await t(["cat-file","blob",n])
if(o!==undefined)return o
throw new $.yo({code:"dockerfile/unreadable",message:`${e} cannot be read`,why:"the sparse checkout skips it, and git can neither find nor fetch its object",fix:"add its folder to the sparse checkout: `git sparse-checkout add FOLDER`",at:{file:e}})}}function openRegistries(e,t){const{exec:n,env:r,signal:i,progress:o}=t
const s=(0,v.ph)([...e.mirror??[]].map(([e,t])=>`${e}=${t}`))
const a=(0,v.br)(e.registryTokenHosts??[])
return(0,v.Me)({auth:(0,v.d8)({exec:n,env:r,signal:i}),tokenHosts:a,mirrors:s,env:r,signal:i,progress:o})}function isOwnOrigin(e,t){const{GITHUB_ACTIONS:n,GITHUB_SERVER_URL:r="https://github.com",GITHUB_REPOSITORY:i}=e
if(n!=="true")return true
return t!==undefined&&(webUrl(t)??t).toLowerCase()===`${r}/${i}`.toLowerCase()}function commitComparer(e,t,n){return async(r,i)=>{const o=await(0,c.wo)((0,O.z)(t,n),r,i)
if(o!=="unknown"&&o!=="diverged")return o
const s=await new x.x(n.progress).track("GitHub","comparing commits",()=>compareOnGitHub({...{env:n.env,token:e.githubToken,log:n.log},...{published:r,ours:i}}))
return s==="unknown"?o:s}}})}
