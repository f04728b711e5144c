export const id=2399
export const ids=[2399]
export const modules={44792:((e,t,n)=>{n.d(t,{_M:()=>repositoryOf,d7:()=>isApiError,o6:()=>openGitHub})
var r=n(77598)
const s=120
const o=3
const i=[400,401,403,404,409,410,422,429,451]
async function openGitHub(e,{token:t,effort:u,signal:c,secondMs:l=1e3}){const{getOctokit:d}=await Promise.all([n.e(4119),n.e(1758)]).then(n.bind(n,11758))
const m={baseUrl:e.GITHUB_API_URL||"https://api.github.com",userAgent:"lucid-build-action",log:a,request:{...c&&{signal:c}}}
if(u==="brief")return d(t,m,wholeAnswers)
const{retry:f,throttling:h}=await Promise.all([n.e(8214),n.e(988)]).then(n.bind(n,988))
const isWorthIt=(e,t,n,r)=>e<=s&&r<o
return d(t,{...m,retry:{retries:o,doNotRetry:i,retryAfterBaseValue:l},throttle:{id:(0,r.randomUUID)(),retryAfterBaseValue:l,onRateLimit:isWorthIt,onSecondaryRateLimit:isWorthIt}},wholeAnswers,f,h)}const nothing=()=>undefined
const a={debug:nothing,info:nothing,warn:nothing,error:nothing}
function isApiError(e){return e instanceof Error&&typeof e.status==="number"}function wholeAnswers({hook:e}){e.after("request",(e,t)=>{const{status:n,headers:r,data:s}=e
if(n===204||!/json/.test(r["content-type"]??"")||typeof s!=="string")return
throw Object.assign(new Error("the answer was cut off"),{status:502,request:t,response:e})})
e.error("request",e=>{if(!isApiError(e)||e.response===undefined)throw e
const{status:t,response:n}=e
const{headers:r}=n
const s=r["retry-after"]
const o=t===429||t===403&&s!==undefined
if(o&&r["x-ratelimit-remaining"]!=="0"&&!/secondary rate/i.test(e.message))e.message=`${e.message} (a secondary rate limit)`
if(s!==undefined&&!/^\d+$/.test(s))r["retry-after"]=String(Math.max(1,Math.ceil((Date.parse(s)-Date.now())/1e3))||60)
throw e})
return{}}function repositoryOf(e){const[t,n]=(e.GITHUB_REPOSITORY??"").split("/")
return t&&n?{owner:t,repo:n}:undefined}}),27623:((e,t,n)=>{n.d(t,{X:()=>tellPermission,o:()=>asking})
var r=n(56008)
var s=n(44792)
async function asking(e,t,n){try{return await n()}catch(n){if(!(0,s.d7)(n))throw n
throw new r.yo(refusal(n,e,t),{cause:n})}}function tellPermission(e,t,n,r){if(!(0,s.d7)(e))throw e
const{code:o,message:i,fix:a}=refusal(e,t,n)
if(o==="github/permission"&&e.status===403)r(`${i}; ${a}`)}function refusal({status:e,message:t,response:n},r,s){const o=`GitHub said ${e}: ${t}`
const i=n?.headers
if(i===undefined)return{code:"github/unreachable",message:`cannot ${r}: GitHub does not answer`,why:t,fix:"run the job again"}
if(e===401)return{code:"github/token",message:`cannot ${r}: the token is not valid`,why:o,fix:"leave `github-token` out for the job's own, or give it one that has not expired"}
if(e===429||i["x-ratelimit-remaining"]==="0"||/rate limit/i.test(t))return{code:"github/rate-limit",message:`cannot ${r}: the token has asked GitHub too often`,why:o,fix:`run the job again${untilWords(i)}`}
if(e===403&&/not accessible/i.test(t)||e===404)return permissionProblem(o,r,wanted(i["x-accepted-github-permissions"],s))
if(e===410)return{code:"github/disabled",message:`cannot ${r}: issues are switched off in this repository`,why:o,fix:"switch them on in the repository's settings, or leave `issue` out"}
if(e>=500)return{code:"github/unreachable",message:`cannot ${r}`,why:o,fix:"run the job again"}
return{code:"github/refused",message:`cannot ${r}`,why:o}}function permissionProblem(e,t,n){return{code:"github/permission",message:`cannot ${t}: the token has no \`${n.join("`, `")}\``,why:e,fix:`add to the job, and to whatever calls its workflow: permissions: { ${n.join(", ")} }`}}function wanted(e,t){const n=(e??"").split(";").map(e=>e.split(",").map(e=>/^\s*(\w+)\s*=\s*(\w+)\s*$/.exec(e)).flatMap(e=>e===null?[]:[`${e[1]?.replaceAll("_","-")}: ${e[2]}`]))
const r=n.filter(e=>e.length>0)
return r.find(e=>e.includes(t))??r[0]??[t]}function untilWords(e){const t=Number(e["retry-after"])
const n=Number(e["x-ratelimit-reset"])
if(t>0)return` after ${t} seconds`
return n>0?` after ${new Date(n*1e3).toISOString()}`:" later"}}),72399:((e,t,n)=>{n.d(t,{tell:()=>tell})
var r=n(56008)
var s=n(44792)
async function ownAuthor(e,t){const n=t.startsWith("ghs_")?undefined:await loginOf(e)
return e=>n===undefined?e?.type==="Bot":e?.login===n}async function loginOf(e){try{return(await e.rest.users.getAuthenticated()).data.login}catch(e){if((0,s.d7)(e)&&(e.status===403||e.status===404))return undefined
throw e}}var o=n(77598)
function markKey(e,t,n){const r=(e.GITHUB_WORKFLOW_REF??e.GITHUB_WORKFLOW??"").replace(/@.*$/,"")
return(0,o.createHash)("sha256").update(JSON.stringify([r,t,n])).digest("hex").slice(0,16)}function runOrder(e){return{number:Number(e.GITHUB_RUN_NUMBER??0),attempt:Number(e.GITHUB_RUN_ATTEMPT??1)}}function isLater(e,t){return e.number===t.number?e.attempt>t.attempt:e.number>t.number}function writeMark({kind:e,key:t,run:n,state:r}){return`\x3c!-- lucid-build-action ${e} ${t} run ${n.number}.${n.attempt}${r===undefined?"":` state ${r}`} --\x3e`}function readMark(e){const t=/^<!-- lucid-build-action (comment|issue) ([0-9a-f]{16}) run (\d{1,12})\.(\d{1,6})(?: state ([0-9a-z]{1,64}))? -->/.exec(e??"")
if(t===null)return undefined
const[,n,r="",s,o,i]=t
return{kind:n==="issue"?"issue":"comment",key:r,run:{number:Number(s),attempt:Number(o)},...i!==undefined&&{state:i}}}var i=n(58500)
const a=[1e3,4e3]
async function makeOnce(e,t,n=1e3){for(const r of a)try{return await e()}catch(e){if(!(0,s.d7)(e)||e.status<500)throw e
await(0,i.setTimeout)(r/1e3*n)
const o=await t()
if(o!==undefined)return o}return await e()}const u={request:{retries:0}}
var c=n(27623)
function keepComment(e,t,{repository:n,number:r,mark:s,body:o},i){return(0,c.o)("comment on the pull request","pull-requests: write",async()=>{const a=await ownAuthor(e,t)
const u=`${writeMark(s)}\n${o}`
const find=async()=>{const{listComments:t}=e.rest.issues
const o=await e.paginate(t,{...n,issue_number:r,per_page:100})
return o.filter(({user:e})=>a(e)).flatMap(({id:e,html_url:t,body:n=""})=>{const r=readMark(n)
return r?.kind==="comment"&&r.key===s.key?[{id:e,url:t,body:n,mark:r}]:[]}).sort((e,t)=>e.id-t.id)}
const c=await find()
const l=c.length>0?undefined:await create(e,{repository:n,number:r,text:u,find:find},i)
const d=l===undefined?c:withMade(await find(),{...l,body:u,mark:s})
const[m,...f]=d
if(m===undefined)throw new Error("a comment that was made is nowhere")
for(const{id:t}of f)await remove(e,n,t)
if(isLater(m.mark.run,s.run))return{kind:"newer",url:m.url}
if(m.body===u)return{kind:l===undefined?"unchanged":"created",url:m.url}
await e.rest.issues.updateComment({...n,comment_id:m.id,body:u})
return{kind:"updated",url:m.url}})}function create(e,{repository:t,number:n,text:r,find:s},o){return makeOnce(async()=>{const{data:s}=await e.rest.issues.createComment({...t,issue_number:n,body:r,...u})
return{id:s.id,url:s.html_url}},async()=>(await s())[0],o)}function withMade(e,t){return e.some(({id:e})=>e===t.id)?e:[...e,t].sort((e,t)=>e.id-t.id)}async function remove(e,t,n){await e.rest.issues.deleteComment({...t,comment_id:n}).catch(e=>{if(!(0,s.d7)(e)||e.status!==404)throw e})}var l=n(37432)
const d="well"
function keepIssue(e,t,n,r){return(0,c.o)("tell of the run in an issue","issues: write",async()=>{const s=await ownAuthor(e,t)
const find=()=>findIssues(e,n,s)
const o=await find()
const i=o.find(({mark:e})=>isLater(e.run,n.run))
if(i!==undefined)return{kind:"newer",url:i.url}
const a=o.filter(({isOpen:e})=>e)
if(n.news.kind==="well")return recover(e,n,a)
const[u,...c]=a
if(u===undefined)return openOne(e,n,o,find,r)
for(const t of c)await closeDouble(e,n,t,u)
return tellMore(e,n,u)})}async function findIssues(e,{repository:t,key:n,labels:[r]},s){const{listForRepo:o}=e.rest.issues
const i={...t,per_page:100,...r!==undefined&&{labels:r}}
const[a,u]=await Promise.all([e.paginate(o,{...i,state:"open",sort:"created",direction:"asc"}),o({...i,state:"closed",sort:"updated",direction:"desc"}).then(({data:e})=>e)])
return[...a,...u].flatMap(({user:e,pull_request:t,body:r,number:o,html_url:i,state:a,state_reason:u})=>{const c=readMark(r)
if(t!==undefined||!s(e)||c?.kind!=="issue"||c.key!==n)return[]
return[{number:o,url:i,isOpen:a==="open",notPlanned:u==="not_planned",mark:c}]})}async function openOne(e,t,n,r,s){const o=n.find(({mark:e})=>e.state===stateOf(t.news))
if(o?.notPlanned)return{kind:"left",url:o.url}
if(o!==undefined){await comment(e,t,o)
await update(e,t,o,{state:"open"})
return{kind:"reopened",url:o.url}}const{repository:i,title:a,labels:c}=t
const openNow=async()=>(await r()).filter(({isOpen:e})=>e)
const l=await makeOnce(async()=>{const n=bodyOf(t)
const{data:r}=await e.rest.issues.create({...i,title:a,body:n,labels:[...c],...u})
return{number:r.number,url:r.html_url}},async()=>(await openNow())[0],s)
const d=(await openNow()).find(({number:e})=>e<l.number)
if(d===undefined)return{kind:"opened",url:l.url}
await closeDouble(e,t,l,d)
return tellMore(e,t,d)}async function tellMore(e,t,n){if(isLater(n.mark.run,t.run))return{kind:"newer",url:n.url}
const r=n.mark.state===stateOf(t.news)
if(!r)await comment(e,t,n)
await update(e,t,n,{})
return{kind:r?"kept":"commented",url:n.url}}async function recover(e,t,n){for(const r of n){await comment(e,t,r)
const{data:n}=await e.rest.issues.get({...t.repository,issue_number:r.number})
const s=(n.body??"").split("\n").slice(1).join("\n")
await e.rest.issues.update({...t.repository,issue_number:r.number,body:`${markOf(t)}\n${s}`,state:"closed",state_reason:"completed"})}const[r]=n
return r===undefined?{kind:"none"}:{kind:"closed",url:r.url}}async function closeDouble(e,{repository:t},n,r){const s={...t,issue_number:n.number}
await e.rest.issues.createComment({...s,body:`Two runs opened an issue at the same moment: see #${r.number}.`,...u})
await e.rest.issues.update({...s,state:"closed",state_reason:"not_planned",body:"See the other one."})}async function comment(e,{repository:t,news:n},{number:r}){await e.rest.issues.createComment({...t,issue_number:r,body:n.body,...u})}async function update(e,t,{number:n},r){await e.rest.issues.update({...t.repository,issue_number:n,body:bodyOf(t),...r})}const stateOf=e=>e.kind==="failed"?e.id:d
const markOf=({key:e,run:t,news:n})=>writeMark({kind:"issue",key:e,run:t,state:stateOf(n)})
const bodyOf=e=>`${markOf(e)}\n${e.news.body}`
var m=n(94974)
var f=n(99119)
var h=n(34514)
var p=n(41565)
var b=n(96464)
var w=n(34493)
var y=n(17193)
var g=n(51793)
const k="\u200b"
function quiet(e){return e.split("\n").map(e=>e.startsWith("    ")?e:still(e)).join("\n")}function still(e){return e.replace(/@(?=[\p{L}\p{N}_-])/gu,`@${k}`).replace(/(?<!&)#(?=\p{N})/gu,`#${k}`).replace(/\bGH-(?=\p{N})/giu,e=>`${e.slice(0,-1)}${k}-`).replaceAll("$","&#36;")}var $=n(70421)
var v=n(87840)
var _=n(17467)
var O=n(65875)
var x=n(9179)
const M=6e4
const R=300
function pullRequestComment(e,t=M){const n=shortRows(e)
const[r,s]=[n.filter(e=>!isNews(e)),n.filter(isNews)]
return assemble(e,t,[headlineSection(e,n),(0,_.$0)(e),(0,_.XJ)(e),{rank:90,name:"table",tellings:shorter(s,table)},comment_failures(e,n),(0,_.KE)(65,"failed checks",t=>(0,_.UC)(e,t)),(0,_.CM)(e),(0,_.KE)(40,"findings",t=>(0,h.QQ)(e.lint?.findings??[],t)),{rank:20,name:"unchanged services",tellings:r.length===0?[]:shorter(r,e=>(0,g.AU)(`${e.length} unchanged`,table(e)))}])}function failureIssue(e,t=M){const n=shortRows(e)
const r=n.filter(e=>(0,O.HN)(e)==="red"||e.problem!==undefined)
return assemble(e,t,[headlineSection(e,n),(0,_.$0)(e),(0,_.XJ)(e),r.length===0?{rank:95,name:"cause",tellings:[()=>(0,g.p7)((0,y.Lo)(e)??"No reason is known.")]}:{rank:90,name:"table",tellings:shorter(r,table)},comment_failures(e,n),(0,_.KE)(65,"failed checks",t=>(0,_.UC)(e,t))])}function recoveryComment(e){return`All is well again.\n\n${assemble(e,M,[headlineSection(e,shortRows(e))])}`}function problemText(e,t,n=M){const text=t=>()=>{const n=e.length-t
const s=e.slice(0,t).flatMap(e=>[...(0,r.Vw)(e).split("\n"),""])
return[(0,g.DV)(s.slice(0,-1)),...n>0?[`${n} more.`]:[]].join("\n\n")}
const s=`### \u274c ${(0,x.LS)(e.length,"problem")}`
const o=(0,p.U)([{rank:100,name:"headline",tellings:[()=>s]},{rank:50,name:"problems",tellings:[500,100,20,5,1].map(text)}],n,"The whole of it is in the log.")
return[o,...foot(undefined,t)].join("\n\n")}function assemble(e,t,n){const r=n.map(e=>({...e,tellings:e.tellings.map(e=>()=>quiet(e()))}))
const s=(0,p.U)(r,t,"The whole of it is in the summary of the run.")
return[s,...foot((0,w.x)(e.plan.source),e.url)].join("\n\n")}function foot(e,t){const n=[...e===undefined?[]:[e],...t===undefined?[]:[`[run](${t})`]]
return n.length===0?[]:[`<sub>${n.join(" \xb7 ")}</sub>`]}function headlineSection(e,t){const n=`### ${(0,b.dM)(e,t)}`
return{rank:100,name:"headline",tellings:[()=>n]}}function comment_failures(e,t){const n=[{logLines:30},{logLines:10},{logLines:3},{logLines:10,most:10},{logLines:0,most:20}]
return{rank:80,name:"failures",tellings:n.map(n=>()=>(0,f.m)(e,t,n))}}function shorter(e,t){const n=e.toSorted((e,t)=>weight(t)-weight(e))
const first=e=>()=>{const r=n.length-e
return r<=0?t(n):`${t(n.slice(0,e))}\n\n${(0,x.LS)(r,"more service")}.`}
return n.length===0?[]:[first(n.length),first(200),first(50),first(15)]}function weight(e){const{outcome:t,problem:n}=e
if(t==="failed"||t==="blocked")return 3
return n!==undefined||(0,O.HN)(e)==="red"?2:t==="unchanged"?0:1}const isNews=e=>e.outcome!=="unchanged"||e.problem!==undefined||e.health==="healthy"
function table(e){return(0,g.Qj)(["service","outcome","why","size:","health"],e.map(e=>[`**${(0,g.p7)(e.service)}**`,(0,v.Bl)(e),(0,g.p7)(e.problem??e.why),(0,v.I9)(e),(0,v.Hu)(e)]))}function shortRows(e){return(0,$.h)(e).map(({problem:e,...t})=>({...t,why:cut(t.why),...e!==undefined&&{problem:cut(e)}}))}const cut=e=>e.length<=R?e:`${e.slice(0,R-1)}\u2026`
async function tell(e,t,n){const r=(0,y.JF)(e.jobResults)
const s=t.kind==="done"&&r.length>0?{...t,run:{...t.run,jobs:r}}:t
if((0,y.mZ)(r))return{told:{},notes:["no comment and no issue: the run was cancelled"],problems:[]}
const o=await(0,l.p)(n.env)
const i=eventOf(o,s)
const a=await Promise.all([collected(()=>tellPullRequest(e,s,{run:o,event:i},n)),collected(()=>tellIssue(e,s,i,n))])
return{told:Object.assign({},...a.map(({told:e})=>e)),notes:a.flatMap(({notes:e})=>e),problems:a.flatMap(({problems:e})=>e)}}function eventOf(e,t){const[n]=e?.claims??[]
if(n?.event.kind==="pull_request"||t.kind==="broken")return n?.event
return e&&t.run.plan.source.event}async function collected(e){const t={told:{},notes:[],problems:[]}
try{return{...t,...await e()}}catch(e){if(!(e instanceof r.yo))throw e
return{...t,problems:e.problems}}}async function tellPullRequest(e,t,{run:n,event:o},{env:i,signal:a}){const{comment:u,githubToken:c,catalog:l,reportName:d}=e
const f=(0,s._M)(i)
if(u==="false"||o?.kind!=="pull_request"||f===undefined)return{}
if(t.kind==="done"&&t.run.plan.source.event.kind==="commit")return{notes:["no comment: what is checked out is not the pull request"]}
if(o.number===undefined)return{notes:["no comment: GitHub does not say which pull request this is"]}
if(n?.readOnly)return{notes:["no comment: the pull request is from a fork, whose token may only read"]}
if(c===undefined)return{notes:["no comment: `github-token` is blank"]}
const h=(0,m.V)(i)
const p=t.kind==="done"?pullRequestComment({...t.run,...(0,m.$)(i)}):problemText(t.problems,h)
const b={kind:"comment",key:markKey(i,l,d),run:runOrder(i)}
try{const e=await(0,s.o6)(i,{token:c,effort:"patient",signal:a})
const t=await keepComment(e,c,{repository:f,number:o.number,mark:b,body:p})
return{told:{comment:t.url}}}catch(e){if(!(e instanceof r.yo))throw e
const t=u==="true"&&i.GITHUB_ACTOR!=="dependabot[bot]"
if(t)throw e
return{notes:e.problems.map(({message:e,fix:t})=>[e,t].filter(Boolean).join("; "))}}}async function tellIssue(e,t,n,{env:o,signal:i}){const{issue:a,issueTitle:u,issueLabels:c,githubToken:l,catalog:d,reportName:m}=e
const f=(0,s._M)(o)
if(!a||f===undefined)return{}
if(n?.kind==="pull_request")return{notes:["no issue: this is a pull request, which has its comment"]}
const h=t.kind==="done"?(0,O.ZH)(t.run):(0,O.fy)(t.problems)
const p=newsOf(h,t,o)
if(p===undefined)return{notes:["no issue is opened or closed: the run was not brought to its end"]}
if(l===undefined)throw new r.yo({code:"github/token",message:"`issue` needs a `github-token`",fix:"leave it out for the job's own"})
const b=await(0,s.o6)(o,{token:l,effort:"patient",signal:i})
const w=oneLine(u??`${o.GITHUB_WORKFLOW??"Images"} fails`)
const y=await keepIssue(b,l,{...{repository:f,key:markKey(o,d,m),run:runOrder(o),title:w,labels:c,news:p}})
return{told:y.url===undefined?{}:{issue:y.url}}}function newsOf(e,t,n){const r=t.kind==="done"?{...t.run,...(0,m.$)(n)}:undefined
switch(e.kind){case"planned":case"cancelled":return undefined
case"held":case"well":return r&&{kind:"well",body:recoveryComment(r)}
case"failed":{const s=t.kind==="broken"?problemText(t.problems,(0,m.V)(n)):failureIssue(r??t.run)
return{kind:"failed",id:e.id,body:s}}default:return e}}const oneLine=e=>e.replace(/\s+/g," ").trim().slice(0,250)})}
