export const id=6338
export const ids=[6338]
export const modules={16083:((e,t,n)=>{n.d(t,{MC:()=>asNormalPush,Mi:()=>branchRef,Nb:()=>isPullRef,Pi:()=>i,VL:()=>refWords,g1:()=>mayFloat,rf:()=>mayMoveOwn,ty:()=>isFromFork})
function branchRef({event:e,hold:t}){if(t!==undefined)return undefined
if(e.kind==="pull_request")return e.number===undefined?undefined:`refs/pull/${e.number}/head`
const n=e.kind==="push"||e.kind==="schedule"||e.kind==="manual"?e.branch:undefined
return n===undefined?undefined:`refs/heads/${n}`}const isPullRef=e=>e?.startsWith("refs/pull/")===true
const refWords=e=>e.replace(/^refs\/heads\//,"").replace(/^refs\/pull\/(\d+)\/head$/,"pull request $1")
const i="manual-build"
function mayFloat({event:e,hold:t}){return t===undefined&&!["pull_request","merge_group","commit"].includes(e.kind)}function mayMoveOwn(e){return e.event.kind==="pull_request"&&e.hold===undefined&&!isFromFork(e)}function isFromFork({event:e,fromFork:t}){return t===true||e.kind==="pull_request"&&e.fork}function asNormalPush({hold:e,...t}){return{...t,event:{kind:"push",branch:t.defaultBranch??"main"}}}}),26338:((e,t,n)=>{n.d(t,{O_:()=>openCatalog,cs:()=>openRegistries,oD:()=>openSource,rB:()=>openTree,$c:()=>remoteAsker})
var i=n(51455)
var r=n(76760)
var o=n(39491)
var s=n(15351)
var a=n(73024)
async function withOwnFolder(e,t,n){if(!(0,a.existsSync)(r.join(t,".git")))return e
const[i,o]=await Promise.all([e,n.head()])
const s=o?.id??"no commit"
const c=[{path:".git",kind:"dir",executable:false},{path:".git/HEAD",kind:"file",executable:false,oid:s}]
const d=i.entries.findIndex(e=>e.path>".git")
const u=d<0?i.entries.length:d
return{...i,entries:i.entries.toSpliced(u,0,...c)}}const c=3e4
async function askRemote(e,t,n){const{url:i,cwd:r,signal:o}=t
const s=n.filter(e=>e.startsWith("refs/tags/")).map(e=>`${e}^{}`)
const a=AbortSignal.timeout(c)
const d=["git","-c","safe.directory=*","ls-remote","--",i,...n,...s]
const u=e([...d],{cwd:r,env:{LC_ALL:"C",GIT_TERMINAL_PROMPT:"0",...credential(t)},signal:AbortSignal.any([o,a]),graceMs:1e3})
const{exitCode:f,stdout:l,stderr:h}=await u.catch(()=>({exitCode:127,stdout:"",stderr:"git is missing"}))
if(f===0)return commitsOf(l)
const m=h.split("\n").find(e=>/^(fatal|error|remote): /.test(e))??h.split("\n",1)[0]
return{silent:a.aborted?`no answer within ${c/1e3} s`:m||`git ended with ${f}`}}function commitsOf(e){const t=e.split("\n").map(e=>e.split("\t"))
return new Map(t.flatMap(([e,t])=>e&&t?[[t.replace(/\^\{\}$/,""),e]]:[]))}function credential({url:e,token:t,env:n}){if(!t||!/^https?:/.test(e))return{}
const i=`http.${new URL(e).origin}/.extraheader`
const r=Buffer.from(`x-access-token:${t}`).toString("base64")
const o=Number(n.GIT_CONFIG_COUNT??0)||0
return{GIT_CONFIG_COUNT:`${o+2}`,[`GIT_CONFIG_KEY_${o}`]:i,[`GIT_CONFIG_VALUE_${o}`]:"",[`GIT_CONFIG_KEY_${o+1}`]:i,[`GIT_CONFIG_VALUE_${o+1}`]:`AUTHORIZATION: basic ${r}`}}var d=n(9489)
var u=n(78498)
async function withSkipped(e,{index:t}){const n=await t()??""
if(!/(?:^|\0)(?:[Ss] |. 160000)/.test(n))return e
const{skipped:i,submodules:r}=(0,u.A)(n)
const o=new Map
for(const{path:e}of i){o.set(e,"file")
for(let t=(0,d.g)(e);t!==""&&!o.has(t);t=(0,d.g)(t))o.set(t,"folder")}return{look:t=>{const n=e.look(t)
return n==="missing"?o.get(t)??"missing":n},list:t=>e.list(t),remedy:e=>{const t=r.find(t=>e===t||e.startsWith(`${t}/`))
return t===undefined?undefined:`check out the submodule ${t}: \`submodules: recursive\` of actions/checkout, or \`git submodule update --init --recursive\``}}}var f=n(16083)
const l="1970-01-01T00:00:00Z"
async function readSource(e,t={},n=(0,s.Hj)(e)){const[i,r,o,a,c]=await Promise.all([n.head(),isDirty(e,n),n.settings(),t.event===undefined?localStanding(n):{event:t.event},t.defaultBranch??n.defaultBranch()])
const d=await named(e,t.revision)??i?.id
const u=d===undefined?undefined:await committed(e,d,i)
const h=t.url??webUrl(o.get("remote.origin.url")?.trim())
return{revision:d??f.Pi,committedAt:u===undefined?l:new Date(u*1e3).toISOString().replace(".000Z","Z"),dirty:r,...a,...t.hold&&{hold:t.hold},...t.fromFork&&{fromFork:t.fromFork},...c&&{defaultBranch:c},...h&&{url:h},...t.title&&{title:t.title},...t.description&&{description:t.description},...t.licenses&&{licenses:t.licenses}}}async function localStanding(e){const[t,n]=await Promise.all([e.branch(),e.head()])
if(t!==undefined)return{event:{kind:"manual",branch:t}}
if(n===undefined)return{event:{kind:"manual"}}
return{event:{kind:"commit"},hold:{why:`${n.id.slice(0,12)} is checked out, and no branch`,fix:"check out a branch, or say what happened: `--event push:main`, `--event tag:v1.2.0`"}}}async function committed(e,t,n){if(t===n?.id)return n.time
const i=await e(["show","-s","--format=%ct","--end-of-options",`${t}^{commit}`])
return i===undefined?n?.time:Number(i.trim())}async function isDirty(e,{staged:t,modified:n}){if((await t()??"")!=="")return true
if((await n()??"")==="")return false
return(await e(["status","--porcelain","--untracked-files=no","--","."])??"").trim()!==""}async function named(e,t){if(t===undefined||/^[0-9a-f]{40,64}$/.test(t))return t
const n=await e(["rev-parse","--verify","--quiet","--end-of-options",`${t}^{commit}`])
return n?.trim()||t}function webUrl(e){if(!e)return undefined
const t=/^(?:ssh:\/\/)?(?:[^@/]+@)?(?<host>[\w.-]+\.[a-z]+)(?::\d+)?[:/](?<path>[\w./~-]+?)(?:\.git)?\/?$/.exec(e)
const n=/^https?:\/\/(?:[^@/]+@)?(?<host>[^/]+)\/(?<path>[^?#]+?)(?:\.git)?\/?$/.exec(e)
const i=n?.groups??t?.groups
return i&&`https://${i.host}/${i.path}`}var h=n(90843)
async function decide(e,t,n){const{claims:i,fix:r}=e
if(t===undefined)return nothing(e,{why:"there is no git repository, or no commit in it: nothing says which commit this is",fix:"check the repository out with actions/checkout, on a machine that has git"})
const o=i.find(({commits:e})=>e.includes(t))
if(o!==undefined)return{event:o.event}
const s=i.flatMap(e=>e.refs)
const a=t.slice(0,12)
if(s.length===0)return nothing(e,{why:`${a} is checked out, and ${e.about}`,fix:r})
const c=await n(s)
if("silent"in c)return nothing(e,{why:`${a} is checked out, ${e.about}, and the repository cannot be asked for ${s.join(" and ")}: ${c.silent}`,fix:`${r}; or let the repository be asked: \`github-token\` with \`contents: read\``})
const d=i.find(e=>e.refs.some(e=>c.get(e)===t))
if(d!==undefined)return{event:d.event}
return nothing(e,{why:`${a} is checked out, which is not ${s.join(" or ")} now, and ${e.about}`,fix:r})}function nothing({fromFork:e},t){return{event:{kind:"commit"},hold:t,...e&&{fromFork:e}}}function rename(e,t,n){const i=t!==undefined&&!sameTags(t,e.event)
const r=i?{...e,event:t,...(0,f.ty)(e)&&{fromFork:true}}:e
if(!((0,f.g1)(r)||(0,f.rf)(r))||!i&&n==="own")return r
const o=i?"event":"revision"
const s={why:`\`${o}\` says something else than the run's own event and checkout, and may only change names and labels inside GitHub Actions`,fix:`leave \`${o}\` out, or start the workflow on the branch or git tag itself`}
return{...r,hold:s}}function sameTags(e,t){const key=e=>{switch(e.kind){case"push":case"manual":return`branch ${e.branch??""}`
case"schedule":return`schedule ${e.branch}`
case"tag":return`tag ${e.tag}`
case"merge_group":return`merge_group ${e.base}`
case"pull_request":return`pull_request ${e.number??""}`
case"commit":return"commit"
default:return e}}
return key(e)===key(t)}var m=n(85177)
var g=n(46257)
var p=n(10024)
var w=n(27766)
var k=n(49554)
var v=n(85465)
var y=n(95538)
var b=n(24650)
async function openCatalog({catalog:e,registry:t},{cwd:n},s){const a=r.resolve(n,e)
const c=r.relative(n,a)||e
const d=(0,b.I)({catalog:e},{cwd:n})
let u
try{u=await(0,i.readFile)(a,"utf8")}catch(e){throw new v.yo({code:"catalog/unreadable",message:"there is no catalog to read",at:{file:c},why:e instanceof Error?e.message:String(e),fix:"name it with --catalog, or write one: docs/catalog.md"},{cause:e})}const f=s===undefined?(0,o.DR)(d):await withSkipped((0,o.DR)(d),s)
return(0,p.a)({file:c,text:u,root:d,host:f,...t!==undefined&&{registry:t}})}async function openSource(e,t,n,i=(0,s.Hj)((0,b.O)(t,n))){const{event:r,revision:o,date:a}=e
const c=askedDate(a,n.date??Date.now)
const d=await(0,m.p)(n.env)
const u={...r!==undefined&&{event:r},...d!==undefined&&await onGitHub(d,e,{root:t,world:n,checkout:i}),...o!==undefined&&{revision:o}}
const f=await readSource((0,b.O)(t,n),u,i)
return{...f,...c!==undefined&&{date:c}}}async function onGitHub(e,t,{root:n,world:i,checkout:r}){const{event:o,revision:s}=t
const a=(await r.head())?.id
const c=await decide(e,a,await remoteAsker(t,n,i))
const d=await named((0,b.O)(n,i),s)
return{...e.repository,...rename(c,o,d===undefined||d===a?"own":"another")}}async function remoteAsker({githubToken:e},t,n){const{env:i,exec:r,signal:o}=n
const{GITHUB_ACTIONS:s,GITHUB_SERVER_URL:a="https://github.com",GITHUB_REPOSITORY:c}=i
const d=s==="true"
const u=d?undefined:(await(0,b.O)(t,n)(["remote","get-url","origin"]))?.trim()
const f=d&&c!==undefined?`${a}/${c}`:u
const l=d?"GITHUB_REPOSITORY does not say which it is":"the checkout has no remote `origin`"
if(!f)return async()=>({silent:l})
const h={url:f,cwd:t,env:i,signal:o,...d&&e!==undefined&&{token:e}}
const m=URL.parse(f)?.host||"git"
return e=>new y.d(n.progress).during(m,"git ls-remote",()=>askRemote(r,h,e))}function askedDate(e,t){if(e==="commit")return undefined
const n=e==="now"?t():/^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/.test(e)?Date.parse(e):Number.NaN
if(Number.isNaN(n))throw new v.yo({code:"options/date",message:`${JSON.stringify(e.slice(0,100))} is not a date`,fix:"write commit, now, or a date such as 2025-10-24T15:51:32Z"})
return new Date(n).toISOString().replace(/\.\d+Z$/,"Z")}const $=new WeakMap
function openTree(e,t,n=(0,s.Hj)(t)){const i=$.get(n)??readFiles(e,t,n)
$.set(n,i)
return i}async function readFiles(e,t,n){const i=await withOwnFolder((0,h.Z)(e,t,n),e,n)
const r=(0,w.Gc)(i.entries)
return{tree:i,files:(0,k.Km)(r,textReader(e,t,i)),around:{tree:r,...(0,o.Vp)(e)}}}function textReader(e,t,{entries:n}){const i=new Map(n.flatMap(({path:e,obstacle:t,oid:n})=>t==="skipped"&&n?[[e,n]]:[]))
const r=(0,o.jy)(e)
return async e=>{const n=i.get(e)
if(n===undefined)return r(e)
const o=await t(["cat-file","blob",n])
if(o!==undefined)return o
throw new v.yo({code:"dockerfile/unreadable",message:`${e} cannot be read`,why:"the sparse checkout skips it, and git can neither find nor fetch its object",fix:"add its folder to the sparse checkout: `git sparse-checkout add FOLDER`",at:{file:e}})}}function openRegistries({mirror:e},t){const{exec:n,env:i,signal:r,progress:o}=t
const s=(0,g.ph)([...e].map(([e,t])=>`${e}=${t}`))
return(0,g.Me)({auth:(0,g.d8)({exec:n,env:i,signal:r}),mirrors:s,env:i,signal:r,progress:o})}})}
