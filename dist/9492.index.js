export const id=9492
export const ids=[9492]
export const modules={18456:((e,t,n)=>{Object.defineProperty(t,"__esModule",{value:true})
t.toMessageSignatureBundle=toMessageSignatureBundle
t.toDSSEBundle=toDSSEBundle
const i=n(19654)
const r=n(37742)
function toMessageSignatureBundle(e){return{mediaType:e.certificateChain?r.BUNDLE_V02_MEDIA_TYPE:r.BUNDLE_V03_MEDIA_TYPE,content:{$case:"messageSignature",messageSignature:{messageDigest:{algorithm:i.HashAlgorithm.SHA2_256,digest:e.digest},signature:e.signature}},verificationMaterial:toVerificationMaterial(e)}}function toDSSEBundle(e){return{mediaType:e.certificateChain?r.BUNDLE_V02_MEDIA_TYPE:r.BUNDLE_V03_MEDIA_TYPE,content:{$case:"dsseEnvelope",dsseEnvelope:toEnvelope(e)},verificationMaterial:toVerificationMaterial(e)}}function toEnvelope(e){return{payloadType:e.artifactType,payload:e.artifact,signatures:[toSignature(e)]}}function toSignature(e){return{keyid:e.keyHint||"",sig:e.signature}}function toVerificationMaterial(e){return{content:toKeyContent(e),tlogEntries:[],timestampVerificationData:{rfc3161Timestamps:[]}}}function toKeyContent(e){if(e.certificate){if(e.certificateChain){return{$case:"x509CertificateChain",x509CertificateChain:{certificates:[{rawBytes:e.certificate}]}}}else{return{$case:"certificate",certificate:{rawBytes:e.certificate}}}}else{return{$case:"publicKey",publicKey:{hint:e.keyHint||""}}}}}),37742:((e,t)=>{Object.defineProperty(t,"__esModule",{value:true})
t.BUNDLE_V03_MEDIA_TYPE=t.BUNDLE_V03_LEGACY_MEDIA_TYPE=t.BUNDLE_V02_MEDIA_TYPE=t.BUNDLE_V01_MEDIA_TYPE=void 0
t.isBundleWithCertificateChain=isBundleWithCertificateChain
t.isBundleWithPublicKey=isBundleWithPublicKey
t.isBundleWithMessageSignature=isBundleWithMessageSignature
t.isBundleWithDsseEnvelope=isBundleWithDsseEnvelope
t.BUNDLE_V01_MEDIA_TYPE="application/vnd.dev.sigstore.bundle+json;version=0.1"
t.BUNDLE_V02_MEDIA_TYPE="application/vnd.dev.sigstore.bundle+json;version=0.2"
t.BUNDLE_V03_LEGACY_MEDIA_TYPE="application/vnd.dev.sigstore.bundle+json;version=0.3"
t.BUNDLE_V03_MEDIA_TYPE="application/vnd.dev.sigstore.bundle.v0.3+json"
function isBundleWithCertificateChain(e){return e.verificationMaterial.content.$case==="x509CertificateChain"}function isBundleWithPublicKey(e){return e.verificationMaterial.content.$case==="publicKey"}function isBundleWithMessageSignature(e){return e.content.$case==="messageSignature"}function isBundleWithDsseEnvelope(e){return e.content.$case==="dsseEnvelope"}}),47714:((e,t)=>{Object.defineProperty(t,"__esModule",{value:true})
t.ValidationError=void 0
class ValidationError extends Error{fields
constructor(e,t){super(e)
this.fields=t}}t.ValidationError=ValidationError}),61040:((e,t,n)=>{Object.defineProperty(t,"__esModule",{value:true})
t.isBundleV01=t.assertBundleV02=t.assertBundleV01=t.assertBundleLatest=t.assertBundle=t.envelopeToJSON=t.envelopeFromJSON=t.bundleToJSON=t.bundleFromJSON=t.ValidationError=t.isBundleWithPublicKey=t.isBundleWithMessageSignature=t.isBundleWithDsseEnvelope=t.isBundleWithCertificateChain=t.BUNDLE_V03_MEDIA_TYPE=t.BUNDLE_V03_LEGACY_MEDIA_TYPE=t.BUNDLE_V02_MEDIA_TYPE=t.BUNDLE_V01_MEDIA_TYPE=t.toMessageSignatureBundle=t.toDSSEBundle=void 0
var i=n(18456)
Object.defineProperty(t,"toDSSEBundle",{enumerable:true,get:function(){return i.toDSSEBundle}})
Object.defineProperty(t,"toMessageSignatureBundle",{enumerable:true,get:function(){return i.toMessageSignatureBundle}})
var r=n(37742)
Object.defineProperty(t,"BUNDLE_V01_MEDIA_TYPE",{enumerable:true,get:function(){return r.BUNDLE_V01_MEDIA_TYPE}})
Object.defineProperty(t,"BUNDLE_V02_MEDIA_TYPE",{enumerable:true,get:function(){return r.BUNDLE_V02_MEDIA_TYPE}})
Object.defineProperty(t,"BUNDLE_V03_LEGACY_MEDIA_TYPE",{enumerable:true,get:function(){return r.BUNDLE_V03_LEGACY_MEDIA_TYPE}})
Object.defineProperty(t,"BUNDLE_V03_MEDIA_TYPE",{enumerable:true,get:function(){return r.BUNDLE_V03_MEDIA_TYPE}})
Object.defineProperty(t,"isBundleWithCertificateChain",{enumerable:true,get:function(){return r.isBundleWithCertificateChain}})
Object.defineProperty(t,"isBundleWithDsseEnvelope",{enumerable:true,get:function(){return r.isBundleWithDsseEnvelope}})
Object.defineProperty(t,"isBundleWithMessageSignature",{enumerable:true,get:function(){return r.isBundleWithMessageSignature}})
Object.defineProperty(t,"isBundleWithPublicKey",{enumerable:true,get:function(){return r.isBundleWithPublicKey}})
var a=n(47714)
Object.defineProperty(t,"ValidationError",{enumerable:true,get:function(){return a.ValidationError}})
var s=n(23404)
Object.defineProperty(t,"bundleFromJSON",{enumerable:true,get:function(){return s.bundleFromJSON}})
Object.defineProperty(t,"bundleToJSON",{enumerable:true,get:function(){return s.bundleToJSON}})
Object.defineProperty(t,"envelopeFromJSON",{enumerable:true,get:function(){return s.envelopeFromJSON}})
Object.defineProperty(t,"envelopeToJSON",{enumerable:true,get:function(){return s.envelopeToJSON}})
var o=n(9352)
Object.defineProperty(t,"assertBundle",{enumerable:true,get:function(){return o.assertBundle}})
Object.defineProperty(t,"assertBundleLatest",{enumerable:true,get:function(){return o.assertBundleLatest}})
Object.defineProperty(t,"assertBundleV01",{enumerable:true,get:function(){return o.assertBundleV01}})
Object.defineProperty(t,"assertBundleV02",{enumerable:true,get:function(){return o.assertBundleV02}})
Object.defineProperty(t,"isBundleV01",{enumerable:true,get:function(){return o.isBundleV01}})}),23404:((e,t,n)=>{Object.defineProperty(t,"__esModule",{value:true})
t.envelopeToJSON=t.envelopeFromJSON=t.bundleToJSON=t.bundleFromJSON=void 0
const i=n(19654)
const r=n(37742)
const a=n(9352)
const bundleFromJSON=e=>{const t=i.Bundle.fromJSON(e)
switch(t.mediaType){case r.BUNDLE_V01_MEDIA_TYPE:(0,a.assertBundleV01)(t)
break
case r.BUNDLE_V02_MEDIA_TYPE:(0,a.assertBundleV02)(t)
break
default:(0,a.assertBundleLatest)(t)
break}return t}
t.bundleFromJSON=bundleFromJSON
const bundleToJSON=e=>i.Bundle.toJSON(e)
t.bundleToJSON=bundleToJSON
const envelopeFromJSON=e=>i.Envelope.fromJSON(e)
t.envelopeFromJSON=envelopeFromJSON
const envelopeToJSON=e=>i.Envelope.toJSON(e)
t.envelopeToJSON=envelopeToJSON}),9352:((e,t,n)=>{Object.defineProperty(t,"__esModule",{value:true})
t.assertBundle=assertBundle
t.assertBundleV01=assertBundleV01
t.isBundleV01=isBundleV01
t.assertBundleV02=assertBundleV02
t.assertBundleLatest=assertBundleLatest
const i=n(47714)
function assertBundle(e){const t=validateBundleBase(e)
if(t.length>0){throw new i.ValidationError("invalid bundle",t)}}function assertBundleV01(e){const t=[]
t.push(...validateBundleBase(e))
t.push(...validateInclusionPromise(e))
if(t.length>0){throw new i.ValidationError("invalid v0.1 bundle",t)}}function isBundleV01(e){try{assertBundleV01(e)
return true}catch(e){return false}}function assertBundleV02(e){const t=[]
t.push(...validateBundleBase(e))
t.push(...validateInclusionProof(e))
if(t.length>0){throw new i.ValidationError("invalid v0.2 bundle",t)}}function assertBundleLatest(e){const t=[]
t.push(...validateBundleBase(e))
t.push(...validateInclusionProof(e))
t.push(...validateNoCertificateChain(e))
if(t.length>0){throw new i.ValidationError("invalid bundle",t)}}function validateBundleBase(e){const t=[]
if(e.mediaType===undefined||!e.mediaType.match(/^application\/vnd\.dev\.sigstore\.bundle\+json;version=\d\.\d/)&&!e.mediaType.match(/^application\/vnd\.dev\.sigstore\.bundle\.v\d\.\d\+json/)){t.push("mediaType")}if(e.content===undefined){t.push("content")}else{switch(e.content.$case){case"messageSignature":if(e.content.messageSignature.messageDigest===undefined){t.push("content.messageSignature.messageDigest")}else{if(e.content.messageSignature.messageDigest.digest.length===0){t.push("content.messageSignature.messageDigest.digest")}}if(e.content.messageSignature.signature.length===0){t.push("content.messageSignature.signature")}break
case"dsseEnvelope":if(e.content.dsseEnvelope.payload.length===0){t.push("content.dsseEnvelope.payload")}if(e.content.dsseEnvelope.signatures.length!==1){t.push("content.dsseEnvelope.signatures")}else{if(e.content.dsseEnvelope.signatures[0].sig.length===0){t.push("content.dsseEnvelope.signatures[0].sig")}}break}}if(e.verificationMaterial===undefined){t.push("verificationMaterial")}else{if(e.verificationMaterial.content===undefined){t.push("verificationMaterial.content")}else{switch(e.verificationMaterial.content.$case){case"x509CertificateChain":if(e.verificationMaterial.content.x509CertificateChain.certificates.length===0){t.push("verificationMaterial.content.x509CertificateChain.certificates")}e.verificationMaterial.content.x509CertificateChain.certificates.forEach((e,n)=>{if(e.rawBytes.length===0){t.push(`verificationMaterial.content.x509CertificateChain.certificates[${n}].rawBytes`)}})
break
case"certificate":if(e.verificationMaterial.content.certificate.rawBytes.length===0){t.push("verificationMaterial.content.certificate.rawBytes")}break}}if(e.verificationMaterial.tlogEntries===undefined){t.push("verificationMaterial.tlogEntries")}else{if(e.verificationMaterial.tlogEntries.length>0){e.verificationMaterial.tlogEntries.forEach((e,n)=>{if(e.logId===undefined){t.push(`verificationMaterial.tlogEntries[${n}].logId`)}if(e.kindVersion===undefined){t.push(`verificationMaterial.tlogEntries[${n}].kindVersion`)}})}}}return t}function validateInclusionPromise(e){const t=[]
if(e.verificationMaterial&&e.verificationMaterial.tlogEntries?.length>0){e.verificationMaterial.tlogEntries.forEach((e,n)=>{if(e.inclusionPromise===undefined){t.push(`verificationMaterial.tlogEntries[${n}].inclusionPromise`)}})}return t}function validateInclusionProof(e){const t=[]
if(e.verificationMaterial&&e.verificationMaterial.tlogEntries?.length>0){e.verificationMaterial.tlogEntries.forEach((e,n)=>{if(e.inclusionProof===undefined){t.push(`verificationMaterial.tlogEntries[${n}].inclusionProof`)}else{if(e.inclusionProof.checkpoint===undefined){t.push(`verificationMaterial.tlogEntries[${n}].inclusionProof.checkpoint`)}}})}return t}function validateNoCertificateChain(e){const t=[]
if(e.verificationMaterial?.content?.$case==="x509CertificateChain"){t.push("verificationMaterial.content.$case")}return t}}),49492:((e,t,n)=>{n.r(t)
n.d(t,{checkBundle:()=>checkBundle})
var i=n(77598)
var r=n(61040)
var a=n(54187)
var s=n(12311)
var o=n(85465)
var u=n(16496)
var c=n(39893)
var l=n(68261)
const d={issuer:8,workflow:9,workflowCommit:10,runner:11,repository:12,commit:13,ref:14,repositoryId:15,event:20,run:21}
function matchesOwnCertificate({key:e,signature:t}){try{return t.verifySignature((0,i.createPublicKey)({key:e.certificate.publicKey,format:"der",type:"spki"}))}catch{return false}}function hasReadableTimes({timestamps:e}){try{return e.map(timeOf).every(e=>!Number.isNaN(e.getTime()))}catch{return false}}function checkCertificate(e,t,n){let i
let r
for(const a of n){const n=whyWrong(e,a)
if(n===undefined)return{kind:"valid",signer:readSigner(e.key.certificate),statement:t}
const s=missingFrom(a,e)
if(s.length===0)r??={kind:"invalid",why:n}
else if(i===undefined||s.length<i.missing)i={why:`the trusted root lacks ${s.join(" and ")}`,missing:s.length}}return r??{kind:"unknown",why:i?.why??"there is no trusted root"}}function whyWrong(e,t){try{const n=new a.BL(t,{ctlogThreshold:Math.min(t.ctlogs.length,1),tlogThreshold:Math.min(t.tlogs.length,1),timestampThreshold:1})
n.verify(e)
return undefined}catch(e){return explain(e)}}function explain(e){const{message:t,cause:n}=e instanceof Error?e:new Error(String(e))
const i=(0,l.g$)(n instanceof Error?n.message:t)
const r=e instanceof a.mk?e.code:""
if(r==="CERTIFICATE_ERROR")return`its certificate is wrong: ${i}`
if(r==="TIMESTAMP_ERROR")return`its time of signing is not proven: ${i}`
return r.startsWith("TLOG_")?`its entry of the transparency log is wrong: ${i}`:`it is damaged: ${i}`}function missingFrom(e,t){const{certificate:n}=t.key
const i=t.timestamps.map(timeOf)
const r=e.certificateAuthorities.filter(({certChain:e})=>e.some(e=>isIssuer(e,n)))
const a=[]
const lacks=e=>a.push(e)
if(r.length===0)lacks(`the authority of its certificate (${issuerName(n)})`)
else if(i.some(e=>r.every(({validFor:t})=>t.end<e)))lacks(`an authority of that name (${issuerName(n)}) at the time of signing`)
for(const{logID:t,datetime:i}of n.extSCT?.signedCertificateTimestamps??[])if(!hasLog(e.ctlogs,t,i))lacks(`the certificate log ${shortHex(t)}`)
for(const{logId:n,integratedTime:i}of t.tlogEntries)if(!hasLog(e.tlogs,n.keyId,new Date(Number(i)*1e3)))lacks(`the transparency log ${shortHex(n.keyId)}`)
for(const n of t.timestamps)if(n.$case==="timestamp-authority"&&!hasStamper(e,n.timestamp))lacks("its timestamp authority")
return[...new Set(a)]}function timeOf(e){return e.$case==="timestamp-authority"?e.timestamp.signingTime:new Date(Number(e.tlogEntry.integratedTime)*1e3)}function isIssuer(e,t){const n=t.extAuthorityKeyID?.keyIdentifier
const i=e.extSubjectKeyID?.keyIdentifier
return e.subject.equals(t.issuer)&&(n===undefined||i===undefined||i.equals(n))}function hasLog(e,t,n){return e.some(({logID:e,validFor:i})=>e.equals(t)&&!(i.end<n))}function hasStamper(e,t){return e.timestampAuthorities.some(({certChain:[e],validFor:n})=>e?.serialNumber.equals(t.signerSerialNumber)&&e.issuer.equals(t.signerIssuer)&&!(n.end<t.signingTime))}function shortHex(e){return e.toString("hex").slice(0,12)}function issuerName(e){try{return(0,l.g$)(new i.X509Certificate(e.root.toDER()).issuer.replaceAll("\n",", ")).slice(0,200)}catch{return"unknown"}}function readSigner(e){const text=t=>e.extension(`1.3.6.1.4.1.57264.1.${t}`)?.valueObj.subs[0]?.value.toString()
const{issuer:t,workflow:n,...i}=d
const r=Object.fromEntries(Object.entries(i).map(([e,t])=>[e,text(t)]))
return{kind:"workflow",issuer:text(t)??"",workflow:text(n)??e.subjectAltName??"",...(0,c.s)(r)}}const f=4<<20
const g="application/vnd.in-toto+json"
const h=s.YjP().max(20)
const p=s.Ikc({mediaType:s.euz(r.BUNDLE_V03_MEDIA_TYPE),dsseEnvelope:s.Ikc({payloadType:s.euz(g),payload:s.YjP(),signatures:s.YOg(s.Ikc({sig:s.YjP().max(4096)})).length(1)}),verificationMaterial:s.Ikc({certificate:s.Ikc({rawBytes:s.YjP().max(1<<16)}).optional(),publicKey:s.Ikc({}).optional(),tlogEntries:s.YOg(s.Ikc({logIndex:h.optional(),integratedTime:h.optional(),inclusionProof:s.Ikc({logIndex:h.optional(),treeSize:h.optional(),hashes:s.YOg(s.YjP()).max(64).optional(),checkpoint:s.Ikc({envelope:s.YjP().max(1<<16)}).optional()}).optional()})).max(8).optional(),timestampVerificationData:s.Ikc({rfc3161Timestamps:s.YOg(s.Ikc({signedTimestamp:s.YjP().max(1<<16)})).max(8).optional()}).optional()})})
async function checkBundle(e,t,n){if(e.length>f)return invalid("it is larger than 4 MiB")
const i=readBundle(e)
if("why"in i)return invalid(i.why)
const{entity:r,statement:a}=i
if(r.key.$case==="public-key")return checkKey(r,a,t)
const s={...r,key:r.key}
if(!matchesOwnCertificate(s))return invalid("its signature does not match its content")
if(!hasReadableTimes(s))return invalid("a time of signing in it cannot be read")
return checkWithRoots(s,a,n)}async function checkWithRoots(e,t,n){const i=checkCertificate(e,t,await n.known())
if(i.kind!=="unknown")return i
const r=await n.refresh()
if(r===undefined)return i
const a=checkCertificate(e,t,r.materials)
return a.kind==="unknown"&&r.complete?invalid(a.why):a}function checkKey(e,t,n){const i=n.find(t=>e.signature.verifySignature(publicKey(t)))
return i===undefined?invalid("it was signed by another key, or its content was changed"):{kind:"valid",signer:{kind:"key",key:i},statement:t}}function publicKey(e){try{return(0,i.createPublicKey)(e)}catch(e){throw new o.yo({code:"sign/public-key",message:"cannot read a public key whose signatures count",why:e instanceof Error?e.message:String(e),fix:"write the PEM text that `cosign public-key` shows"},{cause:e})}}function readBundle(e){const t=(0,u.qF)(e)
let n=""
if(!(0,u.lA)(p,t,e=>n=e))return{why:`it is not a bundle of Sigstore: ${n}`}
try{const e=(0,r.bundleFromJSON)(t)
if(e.content.$case!=="dsseEnvelope")return{why:"it has no DSSE envelope"}
return{entity:(0,a.DC)(e),statement:e.content.dsseEnvelope.payload}}catch(e){return{why:`it is damaged: ${e instanceof Error?e.message:String(e)}`}}}function invalid(e){return{kind:"invalid",why:e}}})}
