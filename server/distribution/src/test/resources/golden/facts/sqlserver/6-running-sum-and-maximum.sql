SELECT SUM([t1].[a2]) OVER (PARTITION BY [t1].[k1], DATALENGTH([t1].[k1]) ORDER BY CASE WHEN [t1].[k2] IS NULL THEN 1 ELSE 0 END,
   [t1].[k2]) AS [c0], CAST(MAX([t1].[k2]) OVER (PARTITION BY [t1].[k1], DATALENGTH([t1].[k1])) AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 AS [c1]
FROM (
  SELECT CAST([d].[v0] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 AS [k1], CAST([d].[v1] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 AS [k2],
     SUM([t0].[revenue]) AS [a2]
  FROM [tf_sales] AS [t0]
  CROSS APPLY (
    SELECT (
      SELECT j.v
      FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."customer"."region"') AS j
    ) AS [v0], (
      SELECT j.v
      FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."category"') AS j
    ) AS [v1]
  ) AS [d]
  GROUP BY CAST([d].[v0] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST([d].[v0] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2),
     CAST([d].[v1] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST([d].[v1] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2)
) AS [t1]
ORDER BY CASE WHEN [t1].[k1] IS NULL THEN 1 ELSE 0 END, [t1].[k1], CASE WHEN [t1].[k2] IS NULL THEN 1 ELSE 0 END, [t1].[k2]
