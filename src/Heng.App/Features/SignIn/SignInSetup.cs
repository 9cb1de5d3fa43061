using Heng.App.Features.ApiKeys;
using Heng.App.Features.People;
using Heng.App.Features.SignIn.Codes;
using Heng.Store;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Heng.App.Features.SignIn;

/// <summary>Sessions by cookie, their keys kept with the data so that a restart signs nobody out.</summary>
public static class SignInSetup
{
    private const string Either = "heng";

    public static IServiceCollection AddHengSignIn(this IServiceCollection services, string dataFolder)
    {
        services.AddDataProtection().SetApplicationName("heng").PersistKeysToFileSystem(DataFolder.Make(Path.Combine(dataFolder, "keys")));
        services.AddAuthentication(options => (options.DefaultScheme, options.DefaultSignInScheme, options.DefaultSignOutScheme) = (Either, CookieAuthenticationDefaults.AuthenticationScheme, CookieAuthenticationDefaults.AuthenticationScheme))
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = KeyAuthentication.SchemeOf).AddCookie(options =>
        {
            options.Cookie.Name = "heng.session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = Sessions.Lasts;
            options.SlidingExpiration = true;
        });
        services.AddSingleton<Accounts>();
        services.AddSingleton<WrongTries>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<CodeSafe>();
        services.AddSingleton<OwnCode>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<ViewerFor>(p => p.GetRequiredService<Sessions>().ViewerOf);
        services.AddSingleton<SetupNeeded>(p => _ => Task.FromResult(p.GetRequiredService<Accounts>().SetupNeeded));
        services.AddSingleton<MakeAdministrator>(p => p.GetRequiredService<Sessions>().MakeAdministrator);
        services.AddSingleton<TrySignIn>(p => p.GetRequiredService<Sessions>().TrySignIn);
        services.AddSingleton<TryCode>(p => p.GetRequiredService<Sessions>().TryCode);
        services.AddSingleton<SignOutNow>(p => p.GetRequiredService<Sessions>().SignOut);
        services.AddAccounts();
        return services;
    }
}
