//! The script for bash.
//!
//! Everything runs in a function with a subshell as its body: pasted into a terminal, `exit` ends the function and not
//! the session. No line holds `!`, a tab or, outside of values, a quote in a comment, since an interactive bash looks
//! at those before it looks at the rest.

/// One template a part, in the order of [`super::PARTS`]; see [`super::fill`].
pub(super) const TEMPLATES: [&str; 8] = [FACTS, SIGN_IN, APP, PERMISSIONS, SERVICE_PRINCIPAL, CONSENT, SECRET, BLOCK];

const FACTS: &str = r#"# Registers the WooCommerce Power BI Connector of one shop in Microsoft Entra.
# Paste all of it into Azure Cloud Shell, set to Bash. It talks to Microsoft only.
wkpbic_setup() (
  set +eu
  IFS=$' \t\n'

  # 1. The facts of the shop.
  app_name=§app_name§
  same_name=§same_name§
  redirect_uri=§redirect_uri§
  application=§application§
  cloud=§cloud§
  azure_cloud=§azure_cloud§
  portal=§portal§
  power_bi=§power_bi§
  resource=§resource§
  permissions='§permissions§'
  lifetime_months=§lifetime_months§

  app_id='' made_so_far=''
  made() {
    made_so_far="$made_so_far- $1"$'\n'
  }
  stop() {
    printf '\n%s\n' "$1" >&2
    if [ -n "$made_so_far" ]; then
      printf 'Made so far:\n%sThe script can be run again: it goes on with this app.\n' "$made_so_far" >&2
    else
      printf 'Nothing was made or changed.\n' >&2
    fi
    exit 1
  }
  # What was just made is not known everywhere at once, so a command may need a second and a third try.
  again() {
    "$@" && return
    sleep 5
    "$@" && return
    sleep 10
    "$@"
  }
  trap 'stop "Interrupted."' INT TERM
  [ -n "$BASH_VERSION" ] || stop 'This script is for bash. Set Azure Cloud Shell to Bash, or take the script for PowerShell.'
"#;

const SIGN_IN: &str = r#"
  # 2. Is az there, signed in, and at the right cloud?
  command -v az >/dev/null || stop "The command az is missing here. Open Azure Cloud Shell at $portal and paste the script there."
  found_cloud=$(az cloud show --query name --output tsv)
  [ "$found_cloud" = "$azure_cloud" ] || stop "This is the cloud ${found_cloud:-(unknown)}, and the shop is set up for $azure_cloud. Open Azure Cloud Shell at $portal and paste the script there."
  tenant_id=$(az account show --query tenantId --output tsv)
  [ -n "$tenant_id" ] || stop 'az is not signed in. Run: az login --allow-no-subscriptions   Then paste the script again.'
  username=$(az ad signed-in-user show --query userPrincipalName --output tsv)
  [ -n "$username" ] || username=$(az account show --query user.name --output tsv)
  graph=$(az cloud show --query endpoints.microsoftGraphResourceId --output tsv)
  [ -n "$graph" ] || stop 'az does not know the address of Microsoft Graph. Update it with: az upgrade'
  printf 'Working in the directory %s as %s.\n' "$tenant_id" "$username"
"#;

const APP: &str = r#"
  # 3. The app: the one of an earlier run, or a new one.
  found=$(az ad app list --filter="$same_name" --query '[].appId' --output tsv) || stop 'The apps of this directory cannot be listed.'
  for candidate in $found; do
    addresses=$(az ad app show --id "$candidate" --query 'web.redirectUris[]' --output tsv) || stop "The app with the client ID $candidate cannot be read."
    while IFS= read -r address; do
      if [ "$address" = "$redirect_uri" ]; then
        [ -z "$app_id" ] || stop "There are two apps of this name with this redirect URI: $app_id and $candidate. Delete one of them, then paste the script again."
        app_id=$candidate
        break
      fi
    done <<<"$addresses"
  done
  if [ -n "$app_id" ]; then
    printf 'Using the app that is there already, with the client ID %s.\n' "$app_id"
  elif [ -n "$found" ]; then
    stop "There is an app of this name already, but with another redirect URI. Choose another name for the app in the wizard, or delete the old one in $portal."
  else
    app_id=$(az rest --method post --url "${graph%/}/v1.0/applications" --body="$application" --query appId --output tsv)
    [ -n "$app_id" ] || stop 'The app could not be made. Your account may not be allowed to register apps: ask for the role Application Developer, or send the request to your administrator from the wizard.'
    made "the app with the client ID $app_id. To delete it with all that belongs to it, run: az ad app delete --id $app_id"
    printf 'Made the app "%s" with the client ID %s.\n' "$app_name" "$app_id"
  fi
"#;

const PERMISSIONS: &str = r#"
  # 4. The permissions that the app does not have yet.
  known=$(az ad sp show --id "$resource" --query 'oauth2PermissionScopes[].[value,id]' --output tsv 2>/dev/null)
  [ -n "$known" ] || printf 'This directory does not know Power BI yet. Somebody has to open %s once and sign up. Going on.\n' "$power_bi"
  wanted=$(again az ad app show --id "$app_id" --query "requiredResourceAccess[?resourceAppId=='$resource'].resourceAccess[].id" --output tsv) || stop 'The app cannot be read.'
  missing=() scopes=()
  for permission in $permissions; do
    name=${permission%%=*} id=${permission#*=}
    while read -r value known_id; do
      [ "$value" = "$name" ] && id=$known_id
    done <<<"$known"
    [ -n "$id" ] || stop "The permission $name is not known in this directory. Open $power_bi once, then paste the script again."
    scopes+=("$name")
    case " ${wanted//$'\n'/ } " in
      *" $id "*) ;;
      *) missing+=("$id=Scope") ;;
    esac
  done
  if [ "${#missing[@]}" -gt 0 ]; then
    again az ad app permission add --id "$app_id" --api "$resource" --api-permissions "${missing[@]}" --only-show-errors --output none || stop 'The permissions could not be added.'
    made "its permissions ${scopes[*]}. To take them away, open API permissions of the app in $portal"
  fi
"#;

const SERVICE_PRINCIPAL: &str = r#"
  # 5. The service principal: the app as an enterprise application of this directory.
  service_principal=$(az ad sp show --id "$app_id" --query id --output tsv 2>/dev/null)
  if [ -z "$service_principal" ]; then
    service_principal=$(again az ad sp create --id "$app_id" --query id --output tsv)
    [ -n "$service_principal" ] || stop 'The service principal could not be made.'
    made "its service principal. To delete it alone, run: az ad sp delete --id $service_principal"
  fi
"#;

const CONSENT: &str = r#"
  # 6. Consent for everybody, where this account may give it.
  if again az ad app permission grant --id "$service_principal" --api "$resource" --scope "${scopes[@]}" --output none 2>/dev/null; then
    printf 'Consent is given for the whole organisation.\n'
    made "consent for the whole organisation. To take it back, open Permissions of the enterprise application in $portal"
  else
    printf 'Consent was not given: your account may not do that here. The wizard asks for it, or sends the request to your administrator.\n'
  fi
"#;

const SECRET: &str = r#"
  # 7. A client secret. It ends on the same day of the month, at the latest on the 28th, at 00:00 UTC.
  read -r year month day <<<"$(LC_ALL=C date -u '+%Y %m %d')"
  month=$((10#$month + lifetime_months))
  year=$((10#$year + (month - 1) / 12))
  month=$(((month - 1) % 12 + 1))
  day=$((10#$day > 28 ? 28 : 10#$day))
  expires_on=$(printf '%04d-%02d-%02d' "$year" "$month" "$day")
  client_secret=$(again az ad app credential reset --id "$app_id" --append --display-name WooCommerce --end-date "$expires_on" --only-show-errors --query password --output tsv)
  [ -n "$client_secret" ] || stop 'The client secret could not be made. A policy of your organisation may forbid secrets or such a lifetime: choose a shorter one, or ask your administrator.'
  made "a client secret. To delete it, open Certificates & secrets of the app in $portal"
"#;

const BLOCK: &str = r#"
  # 8. The block for the wizard.
  printf '\nCopy the block, first and last line included, into the wizard. The secret is shown only here: type clear when you are done.\n\n'
  printf '%s\n' '§begin§' \
    "client_id=$app_id" "tenant_id=$tenant_id" "client_secret=$client_secret" \
    "client_secret_expires_on=$expires_on" "username=$username" "cloud=$cloud" '§end§'
)
wkpbic_setup
"#;
